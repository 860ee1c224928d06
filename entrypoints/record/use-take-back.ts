import { useState } from 'preact/hooks';

import type { RecordProps } from '../../components/record/record.tsx';
import { refusalWords } from '../../core/i18n/refusal-words.ts';
import { say } from '../../core/i18n/say.ts';
import type { Lie } from '../../core/ledger/lie.ts';
import { askWorker } from '../shared/ask-worker.ts';

/** Takes a lie back, and says what came of it. */
export function useTakeBack(): {
  readonly takenBack: RecordProps['takenBack'];
  readonly takeBack: (lie: Lie) => Promise<void>;
} {
  const [takenBack, setTakenBack] = useState<RecordProps['takenBack']>(null);
  const takeBack = async (lie: Lie): Promise<void> => {
    const reply = await askWorker<'take-back'>({ kind: 'take-back', ...lie });
    setTakenBack(
      reply.ok
        ? { isDone: true, text: say('taken-back') }
        : { isDone: false, text: refusalWords('taken-back', reply.refusal) },
    );
  };
  return { takenBack, takeBack };
}
