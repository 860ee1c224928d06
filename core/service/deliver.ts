import type { Warning } from '../alerts/alert-state.ts';
import { isPressingRule } from '../alerts/rules/list.ts';
import { isQuiet } from '../alerts/settings.ts';
import { inTurn } from '../ledger/in-turn.ts';
import { type Channel, type Channels, isOff, type MessageOutcome, NO_OUTCOME } from '../ledger/messengers.ts';
import type { DatabaseChange, DatabaseKey, Ports, SentWarning } from '../ledger/ports.ts';
import { HttpError } from '../market/errors.ts';
import type { SourceFailure } from '../market/market-report.ts';
import { RefusedError } from '../market/refusal.ts';
import { HOUR_MS } from '../market/time.ts';
import { MESSENGER_IDS, type MessengerId } from '../messengers/registry.ts';
import { faultAfter, isWaiting } from '../sources/back-off.ts';
import { toldElsewhere } from './told-elsewhere.ts';

/** A warning that could not be sent in this time is left to the panel. */
const NEWS_MS = 12 * HOUR_MS;

/** Troubles in which the messenger itself has refused nothing: they are waited out, however long they last. */
const NO_REFUSALS: ReadonlySet<SourceFailure> = new Set(['network', 'timeout', 'rate-limited', 'permission']);

/** A messenger that answers with a fault of its own has not refused either. */
const isRefusal = (error: unknown, code: SourceFailure): boolean =>
  !NO_REFUSALS.has(code) && !(error instanceof HttpError && error.status >= 500);

/** Rows by which warnings of `market` go out: stored with what the rules remember, before anything is sent. */
export const queueMessages = (
  market: string,
  ids: readonly string[],
  channels: Channels,
  nowMs: number,
): readonly DatabaseChange[] =>
  MESSENGER_IDS.filter((to) => {
    const channel = channels[to];
    return channel !== null && !isOff(channel);
  }).flatMap((to) =>
    ids.map((id) => ({ store: 'deliveries', key: [market, id, to], value: { queuedAtMs: nowMs } }) as const),
  );

/**
 * Sends what waits to be sent and may be sent now, each warning once a messenger; one that dies between sending and
 * noting it is sent again under the same number.
 * @throws StorageError
 */
export const sendQueued = (ports: Ports): Promise<void> =>
  inTurn(ports.messages, async () => {
    const channels = await ports.storage.readMessengers();
    if (MESSENGER_IDS.every((id) => channels[id] === null)) return;
    for (const key of await ports.database.keys('deliveries', [])) {
      if (await isDone(ports, key)) await ports.database.commit([{ store: 'deliveries', key, value: null }]);
    }
  });

/** Whether there is nothing more to do about a row: it was sent just now, or is no news, or has nowhere to go. */
async function isDone(ports: Ports, [market, id, name]: DatabaseKey): Promise<boolean> {
  const { database, storage, clock } = ports;
  const to = MESSENGER_IDS.find((one) => one === name);
  const row = await database.get('alerts', [String(market)]);
  const warning = row?.state.given.find((one) => one.id === id);
  const channel = to === undefined ? null : (await storage.readMessengers())[to];
  const nowMs = clock.nowMs();
  if (to === undefined || channel === null || isOff(channel)) return true;
  if (warning === undefined || nowMs - warning.at > NEWS_MS) return true;
  if (channel.fault !== null && isWaiting(channel.fault, nowMs)) return false;
  const { alerts } = await storage.readSettings();
  if (!isPressingRule(warning.rule) && isQuiet(alerts, nowMs, clock.timeZone())) return false;
  const sent = { market: String(market), warning: figuresFor(channel, warning) };
  return trySend(ports, to, channel, sent);
}

const figuresFor = ({ hasOwnFigures }: Channel, warning: Warning) =>
  hasOwnFigures ? warning : toldElsewhere(warning);

/** Whether a message arrived; what became of it is kept. */
async function trySend(
  { messages, storage, clock }: Ports,
  to: MessengerId,
  channel: Channel,
  message: SentWarning,
): Promise<boolean> {
  let outcome: MessageOutcome = NO_OUTCOME;
  try {
    await messages.send(to, channel, message);
  } catch (error) {
    const fault = faultAfter(error, channel.fault, to, clock.nowMs());
    outcome = {
      fault,
      status: error instanceof HttpError ? error.status : null,
      refusals: channel.refusals + (isRefusal(error, fault.code) ? 1 : 0),
    };
  }
  const isChanged = outcome.fault !== null || channel.fault !== null || channel.refusals > 0;
  if (isChanged) await storage.tellMessenger(to, outcome);
  return outcome.fault === null;
}

/**
 * Sends a test, also where a messenger was switched off: one that arrives switches it on again.
 * @throws RefusedError where there is no address or the test did not arrive, StorageError
 */
export const tryMessenger = (ports: Ports, to: MessengerId): Promise<void> =>
  inTurn(ports.messages, async () => {
    const channel = (await ports.storage.readMessengers())[to];
    if (channel === null) throw new RefusedError('not-asked');
    if (!(await trySend(ports, to, channel, null))) throw new RefusedError('not-delivered');
  });
