import { say } from '../../core/i18n/say-own.ts';
import { IconButton } from '../overlay/icon-button.tsx';
import { useStore } from '../ui/use-store.ts';
import type { PopupActions } from './popup-actions.ts';
import type { PopupStore } from './popup-store.ts';

interface AmountsSwitchProps extends Pick<PopupActions, 'onHideAmounts'> {
  readonly store: PopupStore;
}

const EYE =
  'M1.5 8C3.2 5 5.4 3.5 8 3.5S12.8 5 14.5 8C12.8 11 10.6 12.5 8 12.5S3.2 11 1.5 8zM8 6.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z';
const STROKE = 'M2.5 13.5L13.5 2.5';

/** An eye that hides the user's own amounts in every view, and shows them again. */
export function AmountsSwitch({ store, onHideAmounts }: AmountsSwitchProps) {
  const areHidden = useStore(store, (state) => state.hideAmounts);
  return (
    <IconButton
      label={say('own.hide')}
      title={say('own.hide.about')}
      path={areHidden ? `${EYE}${STROKE}` : EYE}
      isPressed={areHidden}
      onClick={() => onHideAmounts(!areHidden)}
    />
  );
}
