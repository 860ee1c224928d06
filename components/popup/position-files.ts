import { say } from '../../core/i18n/say-own.ts';
import { faultWords } from '../../core/i18n/fault-words.ts';
import { refusalWords } from '../../core/i18n/refusal-words.ts';
import type { Refusal } from '../../core/market/refusal.ts';
import { assetText } from '../../core/market/asset.ts';

import { positionProblem } from './position-draft.ts';
import type { PopupStore } from './popup-store.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import {
  readPositionFile,
  writePositionFile,
  type RefusedPosition,
} from '../../core/market/position-file.ts';
import { offerFile } from '../ui/offer-file.ts';

/** Fifty positions are a twentieth of it. */
const LARGEST_FILE_BYTES = 1_000_000;

const FILE_NAME = 'plimsoll-positions.json';

const done = (store: PopupStore, text: string) => store.setState({ notice: { kind: 'done', text } });
const failed = (store: PopupStore, text: string) => store.setState({ notice: { kind: 'failed', text } });

/** A change of what is saved. */
export type PositionChange =
  | { readonly kind: 'put-position'; readonly position: SavedPosition }
  | { readonly kind: 'remove-position'; readonly id: string }
  | { readonly kind: 'import-positions'; readonly positions: readonly SavedPosition[] };

/** Stores a change; tells what is stored then, or why it was refused. */
export type Keep = (
  change: PositionChange,
) => Promise<
  | { readonly ok: true; readonly value: readonly SavedPosition[] }
  | { readonly ok: false; readonly refusal: Refusal }
>;

/** Has a change stored, and shows what is stored then. @returns whether it was */
export async function keepPositions(store: PopupStore, keep: Keep, change: PositionChange): Promise<boolean> {
  const reply = await keep(change);
  if (reply.ok) {
    store.setState({ positions: reply.value });
    done(store, say('file.saved'));
  } else failed(store, refusalWords('saved', reply.refusal));
  return reply.ok;
}

/** Puts the answer on the clipboard. */
export async function copyText(store: PopupStore, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    done(store, say('file.copied'));
  } catch {
    failed(store, say('file.no-clipboard'));
  }
}

/** Offers all saved positions as a file. */
export function exportPositions(store: PopupStore): void {
  offerFile(FILE_NAME, writePositionFile(store.getState().positions), 'application/json');
  done(store, say('file.exported', { file: FILE_NAME }));
}

/** Adds the good positions of a file and names the others; a file that is none changes nothing. */
export async function importPositions(
  store: PopupStore,
  keep: Keep,
  file: File,
  follow: (base: string) => void,
): Promise<void> {
  if (file.size > LARGEST_FILE_BYTES) return failed(store, say('file.too-large', { file: file.name }));
  const read = readPositionFile(await file.text(), positionProblem);
  if ('line' in read)
    return failed(
      store,
      say('file.unreadable', {
        file: file.name,
        line: read.line,
        reason: faultWords(read.reason, read.field),
      }),
    );
  const refused = read.refused.map(refusedText);
  if (read.positions.length === 0 && refused.length > 0)
    return failed(store, [say('file.nothing', { file: file.name }), ...refused].join(' '));
  if (!(await keepPositions(store, keep, { kind: 'import-positions', positions: read.positions }))) return;
  for (const position of read.positions) follow(assetText(position));
  const imported = say('file.imported', { positions: read.positions.length, file: file.name });
  if (refused.length > 0) failed(store, [imported, ...refused].join(' '));
  else done(store, imported);
}

const refusedText = ({ position, line, field, reason }: RefusedPosition): string =>
  say('file.refused', { position, line, reason: faultWords(reason, field) });
