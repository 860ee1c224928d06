import { browser } from 'wxt/browser';

import type { SoundPort } from '../ledger/ports.ts';
import type { Tone } from '../market/tone.ts';
import { playTone } from './tones.ts';

/** Where a page of the extension is told what to play; it closes itself afterwards. */
const soundPage = (tone: Tone, volume: number): string => `/sound.html?tone=${tone}&volume=${volume}`;

/** A worker has no audio: Chrome lends it a page for that. One of a tone that is still heard makes way. */
async function playOffscreen(tone: Tone, volume: number): Promise<void> {
  const { offscreen } = browser;
  if (await offscreen.hasDocument()) await offscreen.closeDocument();
  await offscreen.createDocument({
    url: soundPage(tone, volume),
    reasons: ['AUDIO_PLAYBACK'],
    justification: 'Plays the tone of a warning',
  });
}

/** Firefox's background is a page. */
async function playHere(tone: Tone, volume: number): Promise<void> {
  const context = new AudioContext();
  await playTone(context, tone, volume);
  await context.close();
}

export const systemSound: SoundPort = { play: import.meta.env.FIREFOX ? playHere : playOffscreen };
