import { playTone } from '../../core/io/tones.ts';
import { TONES } from '../../core/market/tone.ts';

const asked = new URLSearchParams(location.search);
const tone = TONES.find((one) => one === asked.get('tone')) ?? 'near';
await playTone(new AudioContext(), tone, Number(asked.get('volume')));
close();
