import { say } from '../../core/i18n/say-page.ts';

interface AmountsOptionProps {
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
}

/** The choice to have the user's own amounts hidden. */
export const AmountsOption = ({ isOn, onTurn }: AmountsOptionProps) => (
  <div>
    <label>
      <input type="checkbox" checked={isOn} onChange={() => onTurn(!isOn)} /> {say('own.hide')}
    </label>
    <p class="secondary">{say('own.hide.about')}</p>
  </div>
);
