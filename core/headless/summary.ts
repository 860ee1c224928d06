/** Values of an object that are named in a summary, at most. */
const MOST_FIELDS = 3;

/** What was made of an answer, in a few words: how many rows and until when, or the first figures. */
export function summaryOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return rows(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  return Object.entries(value)
    .filter(([, field]) => field !== null && field !== undefined)
    .slice(0, MOST_FIELDS)
    .map(([name, field]) => `${name} ${shown(name, field)}`)
    .join(', ');
}

function rows(list: readonly unknown[]): string {
  const last: unknown = list.at(-1);
  if (typeof last !== 'object' || last === null) return `${list.length} rows`;
  const time = Object.entries(last).find(([name]) => isTime(name));
  const [name, field] = time ?? Object.entries(last).find(([key]) => key === 'id' || key === 'date') ?? [];
  return name === undefined ? `${list.length} rows` : `${list.length} rows, last ${shown(name, field)}`;
}

const isTime = (name: string): boolean => /^(at|openTime|nextFundingAt)(S|Ms)?$/.test(name);

/** Larger numbers of seconds lie thousands of years ahead: they are milliseconds. */
const MOST_SECONDS = 1e11;

function shown(name: string, value: unknown): string {
  if (Array.isArray(value)) return `(${value.length})`;
  if (typeof value === 'number' && isTime(name))
    return new Date(value > MOST_SECONDS ? value : value * 1000).toISOString().replace('.000Z', 'Z');
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  return typeof value === 'string' ? value : JSON.stringify(value);
}
