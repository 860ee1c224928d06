import type { ComponentChildren } from 'preact';

interface SectionProps {
  readonly title: string;
  /** What is to be known without opening it. */
  readonly figure: string;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the answer that is folded until it is wanted. */
export const Section = ({ title, figure, isOpen = false, children }: SectionProps) => (
  <details class="section" open={isOpen}>
    <summary>
      <span>{title}</span>
      <span class="figure">{figure}</span>
    </summary>
    <div class="section-body">{children}</div>
  </details>
);
