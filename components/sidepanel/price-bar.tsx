import { useLayoutEffect, useRef } from 'preact/hooks';

import { say } from '../../core/i18n/say-own.ts';
import { IconButton } from '../overlay/icon-button.tsx';
import { formatPrice } from '../ui/format.ts';
import { useStore } from '../ui/use-store.ts';
import type { SideStore } from './side-store.ts';
import { PRICE_ROLES, type PriceRole } from './take-role.ts';

interface PriceBarProps {
  readonly store: SideStore;
  /** Of the map's prices. */
  readonly decimals: number;
  readonly onTake: (role: PriceRole, price: number) => void;
  readonly onBell: (price: number) => void;
}

/** What a price that was pressed in the map shall be: to a new position, or a bell. */
export function PriceBar({ store, decimals, onTake, onBell }: PriceBarProps) {
  const pressed = useStore(store, (state) => state.pressed);
  const taken = useStore(store, (state) => state.taken);
  const first = useRef<HTMLButtonElement>(null);
  const from = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (pressed === null) return;
    from.current = document.activeElement;
    first.current?.focus();
  }, [pressed]);
  const leave = () => {
    store.setState({ pressed: null });
    if (from.current instanceof HTMLElement) from.current.focus();
  };
  const price = pressed === null ? '' : formatPrice(pressed, decimals);
  return (
    <>
      <p class="visually-hidden" role="status">
        {taken !== null && say(`take.taken.${taken.role}`, { price: formatPrice(taken.price, decimals) })}
      </p>
      {pressed !== null && (
        <div
          class="price-bar"
          role="group"
          aria-label={say('take.title', { price })}
          onKeyDown={({ key }) => key === 'Escape' && leave()}
        >
          <span>{say('take.title', { price })}</span>
          {PRICE_ROLES.map((role, index) => (
            <button
              key={role}
              type="button"
              class="button"
              {...(index === 0 ? { ref: first } : {})}
              onClick={() => {
                onTake(role, pressed);
                leave();
              }}
            >
              {say(`take.${role}`)}
            </button>
          ))}
          <button
            type="button"
            class="button"
            onClick={() => {
              onBell(pressed);
              leave();
            }}
          >
            {say('bells.hang.short')}
          </button>
          <IconButton label={say('take.close')} path="M4 4l8 8M12 4l-8 8" onClick={leave} />
        </div>
      )}
    </>
  );
}
