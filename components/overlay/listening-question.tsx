import { say } from '../../core/i18n/say.ts';
import { type Listening, wereSocketsOpen } from '../../core/ledger/settings/listening.ts';

interface ListeningQuestionProps {
  readonly listening: Listening;
  readonly onOptions: () => void;
  readonly onOwnPages: () => void;
}

/**
 * Asks once whom to listen to, in one line that opens. The answer that opens more is given in the options: a page could bring its visitor to
 * press a button that stands in it.
 */
export function ListeningQuestion({ listening, onOptions, onOwnPages }: ListeningQuestionProps) {
  if (listening.isAnswered) return null;
  return (
    <aside class="question" aria-label={say('question.listening.label')}>
      <details>
        <summary>{say('question.listening')}</summary>
        <p>
          {say('socket.tells')} {say(`question.listening.${wereSocketsOpen(listening) ? 'open' : 'shut'}`)}
        </p>
        <p class="question-answers">
          <button type="button" class="button" onClick={onOptions}>
            {say('question.listening.choose')}
          </button>
          <button type="button" class="button" onClick={onOwnPages}>
            {say('question.listening.own')}
          </button>
        </p>
      </details>
    </aside>
  );
}
