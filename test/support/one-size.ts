/** An observer that tells the same size once, as a browser does after its first layout. */
export const oneSize = (width: number, height: number) =>
  class implements ResizeObserver {
    private readonly tell: () => void;

    constructor(callback: ResizeObserverCallback) {
      const entry = { contentRect: new DOMRect(0, 0, width, height) } as ResizeObserverEntry;
      this.tell = () => queueMicrotask(() => callback([entry], this));
    }

    observe(): void {
      this.tell();
    }
    unobserve(): void {}
    disconnect(): void {}
  };
