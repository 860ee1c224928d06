import { InputError } from './args.ts';

/** A file's rows of cells, and what was unusual about it but could be read. */
export interface CsvLines {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly oddities: readonly string[];
}

const SEPARATORS = [',', ';', '\t'] as const;
const SEPARATOR_NAMES = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' } as const;

/**
 * Splits the text of a CSV file. Rows are counted as lines, the header is row 1.
 * @throws InputError for an empty file, a row with another number of cells than the header, or a quote that is not closed
 */
export function splitCsv(file: string, text: string): CsvLines {
  const hasMark = text.startsWith('\uFEFF');
  const lines = (hasMark ? text.slice(1) : text).split(/\r\n|\n|\r/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  const first = lines.shift();
  if (first === undefined) throw new InputError(`${file}: row 1: empty file, expected a header`);
  const separator = SEPARATORS.find((one) => first.includes(one)) ?? ',';
  const split = (line: string, row: number) => splitLine(line, separator, `${file}: row ${row}`);
  const header = split(first, 1).map((name) => name.trim());
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined)
    throw new InputError(`${file}: row 1: column ${twice || 'without a name'} stands twice`);
  const rows = lines.map((line, index) => {
    const row = split(line, index + 2);
    if (row.length !== header.length)
      throw new InputError(`${file}: row ${index + 2}: ${row.length} cells, the header has ${header.length}`);
    return row;
  });
  const oddities = [
    ...(hasMark ? ['a byte order mark'] : []),
    ...(text.includes('\r') ? ['line ends of another system'] : []),
    ...(separator === ',' ? [] : [`${SEPARATOR_NAMES[separator]} between the cells`]),
    ...(text.includes('"') ? ['quotes'] : []),
  ];
  return { header, rows, oddities };
}

/** Cells of a line; a quoted one may hold the separator and doubled quotes. */
function splitLine(line: string, separator: string, place: string): string[] {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let rest = line;
  for (;;) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(rest);
    const plainEnd = rest.indexOf(separator);
    const end = quoted ? quoted[0].length : plainEnd === -1 ? rest.length : plainEnd;
    const cell = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : rest.slice(0, end);
    if (!quoted && cell.includes('"')) throw new InputError(`${place}: a quote that is not closed`);
    if (end < rest.length && rest[end] !== separator)
      throw new InputError(`${place}: text after a closing quote`);
    cells.push(cell);
    if (end >= rest.length) return cells;
    rest = rest.slice(end + 1);
  }
}
