import { say } from '../../core/i18n/say-page.ts';
import type { SoundSettings } from '../../core/ledger/settings/sound.ts';
import { type Tone, TONES } from '../../core/market/tone.ts';

export interface SoundOptionProps {
  readonly sound: SoundSettings;
  readonly onSound: (change: Partial<SoundSettings>) => void;
  readonly onTone: (tone: Tone) => void;
}

/** Whether warnings are heard, how loud, and each tone to hear beforehand. */
export function SoundOption({ sound: { isOn, volume }, onSound, onTone }: SoundOptionProps) {
  return (
    <>
      <div class="row">
        <label>
          <input type="checkbox" checked={isOn} onChange={() => onSound({ isOn: !isOn })} /> {say('sound.on')}
        </label>
        {isOn && (
          <label class="volume">
            {say('sound.volume')}{' '}
            <input
              type="range"
              min="0"
              max="100"
              step="5"
              value={Math.round(volume * 100)}
              onChange={({ currentTarget }) => onSound({ volume: Number(currentTarget.value) / 100 })}
            />
          </label>
        )}
      </div>
      {isOn && (
        <div class="row tones">
          <span class="secondary">{say('sound.try')}</span>
          {TONES.map((tone) => (
            <button
              type="button"
              class="button"
              key={tone}
              aria-label={say('sound.hear', { tone: say(`sound.${tone}`) })}
              onClick={() => onTone(tone)}
            >
              {say(`sound.${tone}`)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
