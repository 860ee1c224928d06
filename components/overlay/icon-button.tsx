interface IconButtonProps {
  readonly label: string;
  /** A shorter one for the pointer. */
  readonly title?: string;
  /** Strokes in a square of 16. */
  readonly path: string;
  readonly isExpanded?: boolean;
  /** Of a switch. */
  readonly isPressed?: boolean;
  readonly onClick: () => void;
}

export const IconButton = ({
  label,
  title = label,
  path,
  isExpanded,
  isPressed,
  onClick,
}: IconButtonProps) => (
  <button
    type="button"
    class="icon-button"
    aria-label={label}
    {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
    {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
    title={title}
    onClick={onClick}
  >
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" stroke-width="1.5" />
    </svg>
  </button>
);
