/** What keeps an eye on the page around a panel, which could trick its user into a press. */
export interface PressGuard {
  /**
   * Presses inside the element lower a warning: they count only where it is seen, and has been for a moment.
   * @returns what ends that
   */
  readonly watch: (element: Element) => () => void;
  /** Whether a press inside an element that is watched would count now. */
  readonly isSeen: (element: Element) => boolean;
}
