import { RULES, type RuleSettingName } from '../../core/alerts/rules/list.ts';
import type { RuleSetting } from '../../core/alerts/rules/rule.ts';
import { say } from '../../core/i18n/say-page.ts';
import type { AlertSettings } from '../../core/alerts/settings.ts';
import type { AlertChange } from '../../core/ledger/settings/alerts.ts';
import { NumberField } from './number-field.tsx';

interface AlertRulesProps {
  readonly alerts: AlertSettings;
  readonly onChange: (change: AlertChange) => void;
}

/** Each rule with its switch and thresholds. */
export const AlertRules = ({ alerts, onChange }: AlertRulesProps) => (
  <ul>
    {RULES.map(({ id: rule, settings }) => {
      const label = say(`rule.${rule}`);
      const isOn = alerts.rules[rule];
      return (
        <li class="row" key={rule}>
          <label>
            <input type="checkbox" checked={isOn} onChange={() => onChange({ rules: { [rule]: !isOn } })} />{' '}
            {label}
          </label>
          {isOn && (
            <span class="thresholds">
              {(Object.entries(settings) as [RuleSettingName, RuleSetting][]).map(([name, field]) => (
                <NumberField
                  key={name}
                  label={`${label}: ${say(`setting.${name}`)}`}
                  unit={say(`setting.${name}.unit`)}
                  value={Number((alerts[name] / field.scale).toPrecision(6))}
                  least={field.least}
                  most={field.most}
                  onChange={(value) => onChange({ [name]: Number((value * field.scale).toPrecision(12)) })}
                />
              ))}
            </span>
          )}
        </li>
      );
    })}
  </ul>
);
