import { describe, expect, test } from 'vitest';

import { playTone } from '../../../core/io/tones.ts';
import { type Tone, TONES, toneOf } from '../../../core/market/tone.ts';

interface Played {
  readonly hertz: number;
  readonly fromS: number;
  readonly untilS: number;
  readonly peak: number;
}

/** An audio context that notes what is played on it, begun at second 7. */
function createContext() {
  const played: Played[] = [];
  const createGain = () => ({
    peak: 0,
    gain: {
      setValueAtTime: () => {},
      linearRampToValueAtTime(this: { peak?: number }, value: number) {
        this.peak = value;
      },
      exponentialRampToValueAtTime: () => {},
    } as { peak?: number },
    connect: () => {},
  });
  const createOscillator = () => {
    const note = { hertz: { value: 0 }, fromS: NaN, gain: null as ReturnType<typeof createGain> | null };
    return {
      frequency: note.hertz,
      connect: (gain: ReturnType<typeof createGain>) => (note.gain = gain),
      start: (fromS: number) => void (note.fromS = fromS),
      stop: (untilS: number) =>
        void played.push({
          hertz: note.hertz.value,
          fromS: note.fromS,
          untilS,
          peak: note.gain?.gain.peak ?? NaN,
        }),
      addEventListener: (_ended: string, listen: () => void) => listen(),
    };
  };
  const context = { currentTime: 7, destination: {}, createGain, createOscillator };
  return { played, context: context as unknown as BaseAudioContext };
}

async function play(tone: Tone, volume = 1): Promise<readonly Played[]> {
  const { played, context } = createContext();
  await playTone(context, tone, volume);
  return played;
}

describe('a tone', () => {
  test.each([
    [1, 'near'],
    [2, 'near'],
    [3, 'moving'],
    [5, 'moving'],
    [6, 'own'],
  ])('of gravity %i is %s', (gravity, tone) => {
    expect(toneOf(gravity)).toBe(tone);
  });

  test('has more notes the graver it is, one after another from now on', async () => {
    const notes = await Promise.all(TONES.map((tone) => play(tone)));

    expect(notes.map(({ length }) => length)).toEqual([1, 2, 4]);
    for (const one of notes) {
      expect(one[0]?.fromS).toBe(7);
      for (const [index, { fromS, untilS }] of one.entries()) {
        expect(untilS).toBeGreaterThan(fromS);
        expect(fromS).toBeGreaterThanOrEqual(one[index - 1]?.untilS ?? 7);
      }
    }
  });

  test('is a quarter as strong at half the volume, which is heard as half', async () => {
    const [loud, half, none] = await Promise.all([1, 0.5, 0].map((volume) => play('near', volume)));

    expect(loud?.[0]?.peak).toBeCloseTo(0.4, 12);
    expect(half?.[0]?.peak).toBeCloseTo(0.1, 12);
    expect(none?.[0]?.peak).toBeLessThan(0.001);
  });
});
