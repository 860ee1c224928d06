import { say } from '../../core/i18n/say.ts';
import { warningWords } from '../../core/i18n/warning-words.ts';
import type { WarningReport } from '../../core/market/market-report.ts';
import { formatAge } from '../ui/format.ts';
import { PaintedText } from './painted-text.tsx';
import type { PressGuard } from './press-guard.ts';
import { WarningFoot } from './warning-foot.tsx';

interface OwnWarningProps {
  readonly warning: WarningReport;
  readonly nowMs: number;
  readonly guard: PressGuard;
  /** Takes it from this page for a while. */
  readonly onRest: () => void;
}

/** What the narrowest panel has room for, CSS px. */
const WIDTH = 220;
const WIDTHS = { age: 72, hide: 72, question: 100, answer: 28 } as const;

/**
 * A warning about a position or a bell of the user's own on a page, which must not learn of it: painted in a room that is the same
 * whatever it says, without a figure, and without a word that is found in the page.
 */
export function OwnWarning({ warning, nowMs, guard, onRest }: OwnWarningProps) {
  const { title, text } = warningWords(warning);
  const label = say('warnings.own');
  const write = (word: string, part: keyof typeof WIDTHS) => (
    <PaintedText
      text={word}
      label={word}
      width={WIDTHS[part]}
      lines={1}
      isUnderlined={part === 'hide' || part === 'answer'}
    />
  );
  return (
    <article class="notice warn warning" aria-label={label}>
      <b>
        <PaintedText text={title} label={label} width={WIDTH} lines={2} />
      </b>
      <PaintedText text={text} label="" width={WIDTH} lines={2} />
      <WarningFoot
        guard={guard}
        choices={[
          {
            id: 'rest',
            label: write(say('warnings.own.hide'), 'hide'),
            question: write(say('warnings.own.hide.ask'), 'question'),
            onYes: onRest,
          },
        ]}
        answers={{ yes: write(say('warnings.yes'), 'answer'), no: write(say('warnings.no'), 'answer') }}
      >
        {write(say('warnings.own.when', { age: formatAge(nowMs - warning.at) }), 'age')}
      </WarningFoot>
    </article>
  );
}
