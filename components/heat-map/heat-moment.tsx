import { say } from '../../core/i18n/say.ts';

interface HeatMomentProps {
  readonly momentS: number;
  readonly onNow: () => void;
}

/** Says that what is shown is not now. */
export const HeatMoment = ({ momentS, onNow }: HeatMomentProps) => (
  <p class="heat-moment" role="status">
    <b>{say('heat.moment', { atMs: momentS * 1000 })}</b>
    <button type="button" class="text-button" onClick={onNow}>
      {say('heat.moment.now')}
    </button>
  </p>
);
