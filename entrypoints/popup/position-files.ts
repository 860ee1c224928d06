import { assetText } from '../../core/market/asset.ts';

import { positionProblem } from '../../components/popup/position-draft.ts';
import type { PopupStore } from '../../components/popup/popup-store.ts';
import { readPositionFile, writePositionFile } from '../../core/market/position-file.ts';
import type { MessageOf } from '../../core/service/protocol.ts';
import { askWorker } from '../shared/ask-worker.ts';

/** Fifty positions are a twentieth of it. */
const LARGEST_FILE_BYTES = 1_000_000;

const FILE_NAME = 'plimsoll-positions.json';

const done = (store: PopupStore, text: string) => store.setState({ notice: { kind: 'done', text } });
const failed = (store: PopupStore, text: string) => store.setState({ notice: { kind: 'failed', text } });

type PositionMessage = MessageOf<'put-position' | 'remove-position' | 'import-positions'>;

/** Has the background store a change, and shows what is stored then. @returns whether it was */
export async function keepPositions(store: PopupStore, message: PositionMessage): Promise<boolean> {
  const reply = await askWorker<PositionMessage['kind']>(message);
  if (reply.ok) {
    store.setState({ positions: reply.value });
    done(store, 'Saved on this device.');
  } else failed(store, `Not saved. ${reply.message}`);
  return reply.ok;
}

/** Puts the answer on the clipboard. */
export async function copyText(store: PopupStore, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    done(store, 'Copied.');
  } catch {
    failed(store, 'The browser refused access to the clipboard.');
  }
}

/** Offers all saved positions as a file. */
export function exportPositions(store: PopupStore): void {
  const file = new Blob([writePositionFile(store.getState().positions)], { type: 'application/json' });
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: FILE_NAME });
  link.click();
  URL.revokeObjectURL(url);
  done(store, `Exported as ${FILE_NAME}.`);
}

/** Adds the good positions of a file and names the others; a file that is none changes nothing. */
export async function importPositions(
  store: PopupStore,
  file: File,
  follow: (base: string) => void,
): Promise<void> {
  if (file.size > LARGEST_FILE_BYTES) return failed(store, `Not imported: ${file.name} is larger than 1 MB.`);
  const read = readPositionFile(await file.text(), positionProblem);
  if ('line' in read)
    return failed(
      store,
      `Not imported. ${file.name}, line ${read.line}: ${read.reason}. Nothing was changed.`,
    );
  const refused = read.refused.map(
    ({ position, line, reason }) => `Position ${position} (line ${line}) was not taken: ${reason}`,
  );
  if (read.positions.length === 0 && refused.length > 0)
    return failed(store, [`Nothing was imported from ${file.name}.`, ...refused].join(' '));
  if (!(await keepPositions(store, { kind: 'import-positions', positions: read.positions }))) return;
  for (const position of read.positions) follow(assetText(position));
  const count = read.positions.length;
  const imported = `Imported ${count} ${count === 1 ? 'position' : 'positions'} from ${file.name}.`;
  if (refused.length > 0) failed(store, [imported, ...refused].join(' '));
  else done(store, imported);
}
