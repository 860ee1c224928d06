import type { Tone } from '../market/tone.ts';

/** Hertz, and seconds from its beginning to its end. */
type Note = readonly [hertz: number, fromS: number, untilS: number];

/** The graver, the more notes: they are told apart by their number, also by who hears no pitch. */
const NOTES: Readonly<Record<Tone, readonly Note[]>> = {
  near: [[659, 0, 0.32]],
  moving: [
    [659, 0, 0.18],
    [880, 0.2, 0.52],
  ],
  own: [
    [880, 0, 0.16],
    [659, 0.18, 0.34],
    [880, 0.36, 0.52],
    [1175, 0.54, 0.95],
  ],
};

/** A pure note at full swing is far louder than speech. */
const LOUDEST = 0.4;
const ATTACK_S = 0.012;
/** As far as an exponential fall can go. */
const SILENCE = 0.0001;

/** Plays `tone` on `context`. @param volume 0 to 1, as loud as it is heard @returns when it is over */
export async function playTone(context: BaseAudioContext, tone: Tone, volume: number): Promise<void> {
  const peak = Math.max(SILENCE, LOUDEST * volume ** 2);
  const nowS = context.currentTime;
  const ends = NOTES[tone].map(([hertz, fromS, untilS]) => {
    const oscillator = context.createOscillator();
    const envelope = context.createGain();
    oscillator.frequency.value = hertz;
    envelope.gain.setValueAtTime(SILENCE, nowS + fromS);
    envelope.gain.linearRampToValueAtTime(peak, nowS + fromS + ATTACK_S);
    envelope.gain.exponentialRampToValueAtTime(SILENCE, nowS + untilS);
    oscillator.connect(envelope).connect(context.destination);
    oscillator.start(nowS + fromS);
    oscillator.stop(nowS + untilS);
    return new Promise<void>((resolve) => oscillator.addEventListener('ended', () => resolve()));
  });
  await Promise.all(ends);
}
