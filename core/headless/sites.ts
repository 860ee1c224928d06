import type { PageMarket } from '../market/page-market.ts';
import { parsePage } from '../sites/registry.ts';
import { type CommandHelp, InputError, parseFile, runCommand } from './args.ts';
import { readJsonRows } from './json-rows.ts';

interface Page {
  readonly url: URL;
  readonly title: string;
}

/**
 * `sites FILE.json`: the market of every page in the file, an array of `{ url, title }` with the title optional, as a
 * JSON array in its order; null for a page that shows none.
 * @throws InputError naming the file and the row that is no page
 */
export function runSites(argv: readonly string[]): string {
  const { file } = parseFile(argv, { json: 'flag' });
  const markets = readJsonRows(file, 'pages').map((row, index) => {
    const { url, title } = readPage(row, `${file}: row ${index + 1}`);
    return parsePage(url, title);
  });
  return JSON.stringify(markets satisfies readonly (PageMarket | null)[], null, 1);
}

function readPage(row: unknown, place: string): Page {
  if (typeof row !== 'object' || row === null || !('url' in row)) {
    throw new InputError(`${place}: expected an object with url and title`);
  }
  const { url, title } = { title: '', ...row };
  if (typeof url !== 'string' || !URL.canParse(url)) {
    throw new InputError(`${place}, url: expected an address, got ${JSON.stringify(url)}`);
  }
  if (typeof title !== 'string') {
    throw new InputError(`${place}, title: expected a text, got ${JSON.stringify(title)}`);
  }
  return { url: new URL(url), title };
}

const HELP: CommandHelp = {
  usage: 'sites FILE.json',
  about:
    'The market of every page of a file, an array of { url, title }, as a JSON array in its order; null for a page that shows none.',
  options: {},
  example: 'pages.json',
};

if (import.meta.main) await runCommand(runSites, HELP);
