import { say } from '../../core/i18n/say.ts';
import { writeNumber } from '../../core/market/number-text.ts';
import { useLocale } from './locale.ts';

interface NumberQuestionProps {
  readonly id: string;
  readonly values: readonly [number, number];
  readonly onChoose: (value: number) => void;
}

/** Asks which of two numbers was meant; each is one click. */
export function NumberQuestion({ id, values, onChoose }: NumberQuestionProps) {
  const locale = useLocale();
  return (
    <p class="number-question" id={id} role="alert">
      <span>{say('number.which')}</span>
      {values.map((value) => (
        <button type="button" class="button small figure" key={value} onClick={() => onChoose(value)}>
          {spaced(writeNumber(value, locale))}
        </button>
      ))}
    </p>
  );
}

/** Groups are set apart by thin spaces, which no language takes for a decimal mark. */
const spaced = (number: string): string => {
  const [whole = '', ...fraction] = number.split(/(?=[.,٫])/);
  return [whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u202F'), ...fraction].join('');
};
