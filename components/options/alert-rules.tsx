import type { AlertRule, AlertSettings } from '../../core/alerts/settings.ts';
import { NumberField } from './number-field.tsx';

type Threshold = {
  readonly [Key in keyof AlertSettings]: AlertSettings[Key] extends number ? Key : never;
}[keyof AlertSettings];

interface RuleField {
  readonly key: Threshold;
  readonly label: string;
  readonly unit: string;
  /** Stored value of one unit. */
  readonly scale: number;
  readonly least: number;
  readonly most: number;
}

interface RuleText {
  readonly rule: AlertRule;
  readonly label: string;
  readonly fields: readonly RuleField[];
}

const PERCENT = 0.01;
const MINUTE_MS = 60_000;

const RULES: readonly RuleText[] = [
  {
    rule: 'own-liquidation',
    label: 'My liquidation is near or likely',
    fields: [
      {
        key: 'ownDistance',
        label: 'Nearer than',
        unit: '% away',
        scale: PERCENT,
        least: 0.1,
        most: 50,
      },
      {
        key: 'ownChance',
        label: 'Or its chance above',
        unit: '% in 24 h',
        scale: PERCENT,
        least: 0.1,
        most: 100,
      },
    ],
  },
  {
    rule: 'level',
    label: 'A key level is touched, closed beyond or reclaimed',
    fields: [
      {
        key: 'levelScore',
        label: 'Least strength of the level',
        unit: '% strength',
        scale: PERCENT,
        least: 1,
        most: 100,
      },
    ],
  },
  {
    rule: 'cluster',
    label: 'The price comes near a large cluster',
    fields: [
      {
        key: 'clusterAtr',
        label: 'Nearer than',
        unit: 'average day’s ranges',
        scale: 1,
        least: 0.05,
        most: 5,
      },
      {
        key: 'clusterShare',
        label: 'Holding at least',
        unit: '% of its side',
        scale: PERCENT,
        least: 1,
        most: 100,
      },
    ],
  },
  {
    rule: 'cascade',
    label: 'Forced flow would carry the price far beyond a cluster',
    fields: [
      { key: 'cascadeAtr', label: 'At least', unit: 'average day’s ranges', scale: 1, least: 0.1, most: 10 },
    ],
  },
  {
    rule: 'burst',
    label: 'A burst of real liquidations',
    fields: [
      {
        key: 'burstMultiple',
        label: 'At least',
        unit: 'times a busy quarter hour',
        scale: 1,
        least: 1,
        most: 50,
      },
    ],
  },
  {
    rule: 'open-interest',
    label: 'Open interest drops fast',
    fields: [
      {
        key: 'openInterestDrop',
        label: 'At least',
        unit: '% within an hour',
        scale: PERCENT,
        least: 0.5,
        most: 50,
      },
    ],
  },
  {
    rule: 'event',
    label: 'A high-impact economic event comes',
    fields: [
      { key: 'eventLeadMs', label: 'Told', unit: 'minutes before', scale: MINUTE_MS, least: 5, most: 720 },
    ],
  },
];

interface AlertRulesProps {
  readonly alerts: AlertSettings;
  readonly onChange: (alerts: AlertSettings) => void;
}

/** Each rule with its switch and thresholds. */
export const AlertRules = ({ alerts, onChange }: AlertRulesProps) => (
  <ul>
    {RULES.map(({ rule, label, fields }) => {
      const isOn = alerts.rules[rule];
      return (
        <li class="row" key={rule}>
          <label>
            <input
              type="checkbox"
              checked={isOn}
              onChange={() => onChange({ ...alerts, rules: { ...alerts.rules, [rule]: !isOn } })}
            />{' '}
            {label}
          </label>
          {isOn && (
            <span class="thresholds">
              {fields.map((field) => (
                <NumberField
                  key={field.key}
                  label={`${label}: ${field.label}`}
                  unit={field.unit}
                  value={Number((alerts[field.key] / field.scale).toPrecision(6))}
                  least={field.least}
                  most={field.most}
                  onChange={(value) =>
                    onChange({ ...alerts, [field.key]: Number((value * field.scale).toPrecision(12)) })
                  }
                />
              ))}
            </span>
          )}
        </li>
      );
    })}
  </ul>
);
