import { say } from '../../core/i18n/say-own.ts';
import type { PopupActions } from './popup-actions.ts';
import { baseOf, draftOf } from './position-draft.ts';
import { examplePosition } from './example-position.ts';
import type { Desk } from './use-desk.ts';
import { useLocale } from '../ui/locale.ts';

interface ExampleButtonProps {
  readonly desk: Desk;
  readonly actions: Pick<PopupActions, 'onPut' | 'newId'>;
}

/** Leads to an example where the user has no position yet and the market has a price. */
export function ExampleButton({ desk, actions }: ExampleButtonProps) {
  const locale = useLocale();
  const { positions, markets, draft } = desk;
  const report = markets[baseOf(draft)]?.report ?? null;
  if (positions.length > 0 || report?.price == null) return null;
  const show = () => {
    const example = examplePosition(draft, report, actions.newId());
    if (example === null) return;
    actions.onPut(example);
    desk.open(draftOf(example, locale));
  };
  return (
    <button type="button" class="button small" onClick={show}>
      {say('popup.example')}
    </button>
  );
}
