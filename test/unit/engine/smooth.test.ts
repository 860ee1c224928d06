import { expect, test } from 'vitest';

import { gaussianKernel, smoothGaussian } from '../../../core/engine/smooth.ts';
import { seededRandom } from '../../support/build-bars.ts';

/** What is spread from bin to bin, reflected at both ends, one addition after the other. */
function spread(values: Float64Array, sdBins: number): Float64Array {
  const kernel = gaussianKernel(sdBins);
  const [length, reach] = [values.length, kernel.length - 1];
  const smooth = new Float64Array(length);
  for (let from = 0; from < length; from++) {
    for (let offset = -reach; offset <= reach; offset++) {
      let to = from + offset;
      while (to < 0 || to >= length) to = to < 0 ? -1 - to : 2 * length - 1 - to;
      smooth[to]! += values[from]! * kernel[Math.abs(offset)]!;
    }
  }
  return smooth;
}

test('bins are smoothed to the same bits as if each were spread by itself, however short or empty', () => {
  const random = seededRandom(5);
  for (let run = 0; run < 400; run++) {
    const length = 2 + Math.floor(random() * (run % 2 === 0 ? 30 : 300));
    const sdBins = 0.1 + 6 * random();
    const [first, last] = [random() * 0.6 * length, (0.4 + 0.6 * random()) * length];
    const values = Float64Array.from({ length }, (_, bin) =>
      bin < first || bin > last || random() < 0.2 ? 0 : 1e6 * random(),
    );

    expect(smoothGaussian(values, sdBins), `${length} bins, ${sdBins}`).toEqual(spread(values, sdBins));
  }
});

test('a single bin in the middle becomes a bell, and at the end half of it comes back', () => {
  // Standard deviation 0.25: weights of one bin beside the middle, exp(-8) = 0.000335 over 1 + 2 exp(-8).
  const beside = Math.exp(-8) / (1 + 2 * Math.exp(-8));

  const inMiddle = smoothGaussian(Float64Array.of(0, 0, 3, 0, 0), 0.25);
  expect([inMiddle[0], inMiddle[4]]).toEqual([0, 0]);
  expect([inMiddle[1], inMiddle[3]]).toEqual([3 * beside, 3 * beside]);
  expect(inMiddle[2]).toBeCloseTo(3 - 6 * beside, 12);
  const atEnd = smoothGaussian(Float64Array.of(1, 0, 0), 0.25);
  expect(atEnd[0]).toBeCloseTo(1 - beside, 12);
  expect(atEnd[1]).toBeCloseTo(beside, 12);
});
