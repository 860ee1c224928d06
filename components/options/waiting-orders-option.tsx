import { say } from '../../core/i18n/say-page.ts';

interface WaitingOrdersOptionProps {
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
}

/** The choice to have stops and take-profits of public accounts asked for. */
export const WaitingOrdersOption = ({ isOn, onTurn }: WaitingOrdersOptionProps) => (
  <div>
    <label>
      <input type="checkbox" checked={isOn} onChange={() => onTurn(!isOn)} /> {say('options.waiting')}
    </label>
    <p class="secondary">{say('options.waiting.about')}</p>
  </div>
);
