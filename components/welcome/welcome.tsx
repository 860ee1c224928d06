import type { ComponentChildren } from 'preact';

import { say } from '../../core/i18n/say-page.ts';
import { Colours } from './colours.tsx';
import { FIRST_PAGES } from './first-pages.ts';

interface WelcomeProps {
  readonly browserName: 'chrome' | 'firefox';
  readonly notificationsAllowed: boolean;
  /** Asks the browser for notifications. */
  readonly onNotifications: () => void;
  /** The field for an address. */
  readonly accounts: ComponentChildren;
  /** The question whom to listen to, a card of its own. */
  readonly listening: ComponentChildren;
  readonly onOptions: () => void;
  /** Closes the page. */
  readonly onLeave: () => void;
}

/** What a newcomer may want to know and allow, in the order in which it is of use; none of it has to be done. */
export function Welcome(props: WelcomeProps) {
  const { browserName, notificationsAllowed, onNotifications, accounts, listening } = props;
  return (
    <main class="options welcome">
      <header>
        <h1>
          <img src="/icon/48.png" width={24} height={24} alt="" /> {say('welcome.title')}
        </h1>
        <button type="button" class="button" onClick={props.onLeave}>
          {say('welcome.skip')}
        </button>
        <p>{say('welcome.about')}</p>
      </header>
      <Step id="colours">
        <Colours />
      </Step>
      <Step id="pin">
        <p>{say(`welcome.pin.${browserName}`)}</p>
        <p class="secondary">{say('welcome.pin.about')}</p>
      </Step>
      <Step id="warn">
        <p>{say('welcome.warn.about')}</p>
        {notificationsAllowed ? (
          <p class="secondary">{say('welcome.warn.allowed')}</p>
        ) : (
          <button type="button" class="button" onClick={onNotifications}>
            {say('alerts.notifications.allow')}
          </button>
        )}
      </Step>
      <Step id="account">
        <p>{say('welcome.account.about')}</p>
        {accounts}
      </Step>
      {listening}
      <Step id="open">
        <p>{say('welcome.open.about')}</p>
        <p class="row files">
          {FIRST_PAGES.map(({ name, url }) => (
            <a key={name} class="button primary" href={url}>
              {name}
            </a>
          ))}
        </p>
      </Step>
      <footer class="row">
        <button type="button" class="button" onClick={props.onOptions}>
          {say('welcome.options')}
        </button>
        <button type="button" class="button" onClick={props.onLeave}>
          {say('welcome.done')}
        </button>
      </footer>
    </main>
  );
}

interface StepProps {
  readonly id: 'colours' | 'pin' | 'warn' | 'account' | 'open';
  readonly children: ComponentChildren;
}

const Step = ({ id, children }: StepProps) => (
  <section class="card" aria-labelledby={`welcome-${id}`}>
    <h2 id={`welcome-${id}`}>{say(`welcome.${id}`)}</h2>
    {children}
  </section>
);
