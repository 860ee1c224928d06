/** Calls `read` right after the next frame, when the page's layout is settled and reading it costs next to nothing. */
export const afterFrame = (read: () => void): number => requestAnimationFrame(() => setTimeout(read));
