import { type Listening, wereSocketsOpen } from '../../core/ledger/settings/listening.ts';
import { SOCKET_SENTENCE } from '../ui/socket-words.ts';

interface ListeningQuestionProps {
  readonly listening: Listening;
  readonly onOptions: () => void;
  readonly onOwnPages: () => void;
}

/**
 * Asks once whom to listen to. The answer that opens more is given in the options: a page could bring its visitor to
 * press a button that stands in it.
 */
export function ListeningQuestion({ listening, onOptions, onOwnPages }: ListeningQuestionProps) {
  if (listening.isAnswered) return null;
  return (
    <aside class="notice question" aria-label="Whom to listen to">
      <p>
        <b>Hear forced orders of other venues too?</b> {SOCKET_SENTENCE}{' '}
        {wereSocketsOpen(listening)
          ? 'Until now Plimsoll listened to all venues; it waits for your word.'
          : 'Until you choose, only this page’s venue is heard.'}
      </p>
      <p class="question-answers">
        <button type="button" class="button" onClick={onOptions}>
          Choose venues
        </button>
        <button type="button" class="button" onClick={onOwnPages}>
          Only the page’s own
        </button>
      </p>
    </aside>
  );
}
