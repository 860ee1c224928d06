import type { ComponentChildren } from 'preact';

interface HiddenTableProps {
  readonly caption: string;
  /** Heads of the columns, as they are read. */
  readonly columns: readonly string[];
  /** The rows. */
  readonly children: ComponentChildren;
}

/** A picture's numbers for those who do not see it. */
export const HiddenTable = ({ caption, columns, children }: HiddenTableProps) => (
  <div class="visually-hidden">
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
