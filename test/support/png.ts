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
  return { width, height, pixels: channels === 4 ? rows : withAlpha(rows) };
}

function withAlpha(rows: Uint8Array): Uint8Array {
  const pixels = new Uint8Array((rows.length / 3) * 4).fill(255);
  for (let from = 0, to = 0; from < rows.length; from += 3, to += 4) {
    pixels[to] = rows[from]!;
    pixels[to + 1] = rows[from + 1]!;
    pixels[to + 2] = rows[from + 2]!;
  }
  return pixels;
}

/** Undoes the prediction that each row names in its first byte. */
function unfilter(data: Buffer, stride: number, height: number, step: number): Uint8Array {
  const rows = new Uint8Array(stride * height);
  let above = new Uint8Array(stride);
  for (let row = 0; row < height; row += 1) {
    const from = row * (stride + 1) + 1;
    const line = rows.subarray(row * stride, (row + 1) * stride);
    line.set(data.subarray(from, from + stride));
    addGuess(data[from - 1]!, line, above, step);
    above = line;
  }
  return rows;
}

/** One loop a filter, as it is run for every byte of a picture. Left of a row is nothing. */
function addGuess(filter: number, line: Uint8Array, above: Uint8Array, step: number): void {
  const { length } = line;
  if (filter === 1) for (let i = step; i < length; i += 1) line[i]! += line[i - step]!;
  if (filter === 2) for (let i = 0; i < length; i += 1) line[i]! += above[i]!;
  if (filter === 3)
    for (let i = 0; i < length; i += 1) line[i]! += ((i < step ? 0 : line[i - step]!) + above[i]!) >> 1;
  if (filter === 4)
    for (let i = 0; i < length; i += 1)
      line[i]! += i < step ? above[i]! : paeth(line[i - step]!, above[i]!, above[i - step]!);
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const byLeft = Math.abs(estimate - left);
  const byUp = Math.abs(estimate - up);
  const byCorner = Math.abs(estimate - corner);
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
