import { say } from '../../core/i18n/say.ts';
import type { MapChoices } from '../../core/ledger/settings/map-choices.ts';
import { Segments } from '../ui/segments.tsx';

interface MapFormProps {
  readonly form: MapChoices['form'];
  readonly onForm: (form: MapChoices['form']) => void;
}

const FORMS = ['bands', 'heat'] as const;

/** Bands, or the map in time. */
export const MapForm = ({ form, onForm }: MapFormProps) => (
  <Segments
    label={say('map.form')}
    choices={FORMS.map((id) => [id, say(`map.${id}`)] as const)}
    chosen={form}
    onChoose={onForm}
  />
);
