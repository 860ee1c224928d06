import { say } from '../../core/i18n/say-page.ts';
import type { AlertSettings } from '../../core/alerts/settings.ts';
import type { AlertChange } from '../../core/ledger/settings/alerts.ts';
import { AlertRules } from './alert-rules.tsx';
import { NumberField } from './number-field.tsx';
import { HOUR_MS } from '../../core/market/time.ts';

export interface AlertOptionsProps {
  readonly alerts: AlertSettings;
  /** Whether the browser lets Plimsoll show notifications. */
  readonly notificationsAllowed: boolean;
  readonly nowMs: number;
  readonly onAlerts: (change: AlertChange) => void;
  /** Asks the browser for notifications, or gives them back. */
  readonly onNotifications: (wanted: boolean) => void;
}

const NIGHT = { fromMinute: 22 * 60, untilMinute: 7 * 60 } as const;

/** What is told, where and when not. */
export function AlertOptions(props: AlertOptionsProps) {
  const { alerts, notificationsAllowed, onAlerts, onNotifications } = props;
  return (
    <section class="card" aria-labelledby="alerts">
      <h2 id="alerts">{say('alerts.title')}</h2>
      <p class="secondary">{say('alerts.about')}</p>
      <div class="row">
        <span>{say('alerts.notifications')}</span>
        <span>
          {notificationsAllowed && <span class="secondary">{say('options.allowed')} </span>}
          <button type="button" class="button" onClick={() => onNotifications(!notificationsAllowed)}>
            {say(notificationsAllowed ? 'alerts.notifications.stop' : 'alerts.notifications.allow')}
          </button>
        </span>
      </div>
      <AlertRules alerts={alerts} onChange={onAlerts} />
      <div class="row">
        <span>{say('alerts.most.about')}</span>
        <NumberField
          label={say('alerts.most')}
          unit={say('alerts.most.unit')}
          value={alerts.maxPerDay}
          least={1}
          most={100}
          onChange={(value) => onAlerts({ maxPerDay: Math.round(value) })}
        />
      </div>
      <QuietHours {...props} />
      <Snooze {...props} />
    </section>
  );
}

function QuietHours({ alerts, onAlerts }: AlertOptionsProps) {
  const { quietHours } = alerts;
  const setTime = (which: 'fromMinute' | 'untilMinute', text: string) => {
    const minute = minuteOf(text);
    if (quietHours !== null && minute !== null) onAlerts({ quietHours: { ...quietHours, [which]: minute } });
  };
  return (
    <div class="row">
      <label>
        <input
          type="checkbox"
          checked={quietHours !== null}
          onChange={() => onAlerts({ quietHours: quietHours === null ? NIGHT : null })}
        />{' '}
        {say('alerts.quiet')}
      </label>
      {quietHours !== null && (
        <span class="thresholds">
          {(['fromMinute', 'untilMinute'] as const).map((which) => (
            <label key={which}>
              {say(`alerts.quiet.${which}`)}{' '}
              <input
                type="time"
                value={timeText(quietHours[which])}
                onChange={(event) => setTime(which, event.currentTarget.value)}
              />
            </label>
          ))}
        </span>
      )}
    </div>
  );
}

function Snooze({ alerts, nowMs, onAlerts }: AlertOptionsProps) {
  const until = alerts.snoozedUntilMs;
  const isSnoozed = until !== null && until > nowMs;
  const snooze = (hours: number | null) =>
    onAlerts({ snoozedUntilMs: hours === null ? null : nowMs + hours * HOUR_MS });
  return (
    <div class="row">
      <span>{isSnoozed ? say('alerts.rests', { until }) : say('alerts.rest')}</span>
      <span class="thresholds">
        {isSnoozed ? (
          <button type="button" class="button" onClick={() => snooze(null)}>
            {say('alerts.rest.end')}
          </button>
        ) : (
          [1, 8, 24].map((hours) => (
            <button type="button" class="button" key={hours} onClick={() => snooze(hours)}>
              {say('alerts.rest.hours', { hours })}
            </button>
          ))
        )}
      </span>
    </div>
  );
}

const timeText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Minutes of `22:30`; null for a field that is not filled in. */
function minuteOf(text: string): number | null {
  const [hours, minutes] = text.split(':').map(Number);
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes;
}
