import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface SectionProps {
  readonly title: string;
  /** What is to be known without opening it. */
  readonly figure: string;
  /** Whether it is open at first. */
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the answer that is folded until it is wanted, and not drawn before. */
export function Section({ title, figure, isOpen: isOpenAtFirst = false, children }: SectionProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  return (
    <details class="section" open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        <span>{title}</span>
        <span class="figure">{figure}</span>
      </summary>
      {isOpen && <div class="section-body">{children}</div>}
    </details>
  );
}
