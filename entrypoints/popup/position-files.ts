import { assetText } from '../../core/market/asset.ts';
import { browser } from 'wxt/browser';

import { positionProblem } from '../../components/popup/position-draft.ts';
import type { PopupStore } from '../../components/popup/popup-store.ts';
import { mergePositions, readPositionFile, writePositionFile } from '../../core/market/position-file.ts';
import { MOST_POSITIONS } from '../../core/market/position-format.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import type { MessageReply, ViewMessage } from '../../core/service/messages.ts';

/** Fifty positions are a twentieth of it. */
const LARGEST_FILE_BYTES = 1_000_000;

const FILE_NAME = 'plimsoll-positions.json';

const done = (store: PopupStore, text: string) => store.setState({ notice: { kind: 'done', text } });
const failed = (store: PopupStore, text: string) => store.setState({ notice: { kind: 'failed', text } });

/** Has the background store them. @returns whether it did */
export async function savePositions(
  store: PopupStore,
  positions: readonly SavedPosition[],
): Promise<boolean> {
  const message: ViewMessage = { kind: 'save-positions', positions };
  try {
    const reply = await browser.runtime.sendMessage<ViewMessage, MessageReply | undefined>(message);
    if (reply?.ok === true) {
      done(store, 'Saved on this device.');
      return true;
    }
  } catch {
    // The background could not be started; the popup says so.
  }
  failed(store, 'Could not be saved: the background does not answer. Try again.');
  return false;
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
  const before = store.getState().positions;
  const merged = mergePositions(before, read.positions);
  if (merged === null)
    return failed(store, `Not imported: there would be more than ${MOST_POSITIONS} positions.`);
  store.setState({ positions: merged });
  for (const position of read.positions) follow(assetText(position));
  if (!(await savePositions(store, merged))) return store.setState({ positions: before });
  const count = read.positions.length;
  const imported = `Imported ${count} ${count === 1 ? 'position' : 'positions'} from ${file.name}.`;
  if (refused.length > 0) failed(store, [imported, ...refused].join(' '));
  else done(store, imported);
}
