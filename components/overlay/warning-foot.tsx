import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { say } from '../../core/i18n/say.ts';
import type { PressGuard } from './press-guard.ts';
import { useSteady } from './use-steady.ts';

/** One way to hear less of a warning. */
export interface LessOfIt {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly title?: string;
  /** Asked before it is done. */
  readonly question: ComponentChildren;
  readonly onYes: () => void;
}

interface Answers {
  readonly yes: ComponentChildren;
  readonly no: ComponentChildren;
}

interface WarningFootProps {
  readonly children: ComponentChildren;
  readonly choices: readonly LessOfIt[];
  readonly answers?: Answers;
  /** Null where no page is around it. */
  readonly guard: PressGuard | null;
}

/**
 * How a warning is lowered: by two presses that both count. The answer is taken only after the question has been seen for a
 * while, so that a press that comes with the first one answers nothing.
 */
export function WarningFoot({ children, choices, guard, answers }: WarningFootProps) {
  const foot = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const wasAsked = useRef(asked);
  useEffect(() => (foot.current === null ? undefined : guard?.watch(foot.current)), [guard]);
  useLayoutEffect(() => {
    // The button that had the focus is gone.
    if (wasAsked.current !== asked) foot.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
    wasAsked.current = asked;
  }, [asked]);
  const choice = choices.find(({ id }) => id === asked);
  const close = () => setAsked(null);
  return (
    <div class="warning-foot secondary" ref={foot}>
      {choice === undefined ? (
        <>
          <span>{children}</span>
          {choices.map(({ id, label, title }) => (
            <button key={id} type="button" class="text-button" title={title} onClick={() => setAsked(id)}>
              {label}
            </button>
          ))}
        </>
      ) : (
        <Question
          question={choice.question}
          answers={answers ?? { yes: say('warnings.yes'), no: say('warnings.no') }}
          isSeen={() => guard === null || (foot.current !== null && guard.isSeen(foot.current))}
          onYes={() => {
            close();
            choice.onYes();
          }}
          onNo={close}
        />
      )}
    </div>
  );
}

interface QuestionProps {
  readonly question: ComponentChildren;
  readonly answers: Answers;
  readonly isSeen: () => boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function Question({ question, answers, isSeen, onYes, onNo }: QuestionProps) {
  const { isSteady, restart } = useSteady(isSeen, onNo);
  return (
    <>
      <span>{question}</span>
      <button
        type="button"
        class="text-button"
        aria-disabled={!isSteady}
        onClick={isSteady ? onYes : restart}
      >
        {answers.yes}
      </button>
      <button type="button" class="text-button" onClick={onNo}>
        {answers.no}
      </button>
    </>
  );
}
