import { inflateSync } from 'node:zlib';

/** A decoded picture; `pixels` holds four bytes a pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const SIGNATURE_BYTES = 8;
const GREYLESS = { 2: 3, 6: 4 } as const;

/** Decodes a PNG of eight bits a channel without interlace, which is what browsers write. */
export function decodePng(file: Buffer): Picture {
  let width = 0;
  let height = 0;
  let channels = 0;
  const parts: Buffer[] = [];
  for (let at = SIGNATURE_BYTES; at < file.length;) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      width = body.readUInt32BE(0);
      height = body.readUInt32BE(4);
      channels = GREYLESS[body[9] as 2 | 6] ?? 0;
      if (body[8] !== 8 || channels === 0 || body[12] !== 0) throw new Error('unknown kind of PNG');
    }
    if (type === 'IDAT') parts.push(body);
    at += length + 12;
  }
  const rows = unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  const pixels = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    for (let channel = 0; channel < channels; channel += 1)
      pixels[pixel * 4 + channel] = rows[pixel * channels + channel]!;
  return { width, height, pixels };
}

/** Undoes the prediction that each row names in its first byte. */
function unfilter(data: Buffer, stride: number, height: number, step: number): Uint8Array {
  const rows = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = data[row * (stride + 1)]!;
    const start = row * stride;
    const from = row * (stride + 1) + 1;
    for (let index = 0; index < stride; index += 1) {
      const left = index >= step ? rows[start + index - step]! : 0;
      const up = row > 0 ? rows[start + index - stride]! : 0;
      const corner = row > 0 && index >= step ? rows[start + index - stride - step]! : 0;
      rows[start + index] = data[from + index]! + guess(filter, left, up, corner);
    }
  }
  return rows;
}

/** Called for every byte of a picture, so nothing is made in it. */
function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const byLeft = Math.abs(estimate - left);
  const byUp = Math.abs(estimate - up);
  const byCorner = Math.abs(estimate - corner);
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
