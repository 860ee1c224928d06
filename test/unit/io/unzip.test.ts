import { expect, test } from 'vitest';

import { unzipText } from '../../../core/io/unzip.ts';
import { SchemaError } from '../../../core/market/errors.ts';
import { zipOf } from '../../exchange/venues/zip.ts';

const TABLE = ['create_time,symbol', ...Array.from({ length: 288 }, (_, row) => `${row},币安人生USDT`)].join(
  '\n',
);
const MOST = 1_000_000;

const bytesOf = (zip: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(zip);

/** The same file as a program writes it that does not know the sizes beforehand: they stand behind it. */
function streamed(zip: Buffer): Uint8Array<ArrayBuffer> {
  const copy = bytesOf(zip);
  const view = new DataView(copy.buffer);
  view.setUint16(6, 0x08, true);
  for (const at of [14, 18, 22]) view.setUint32(at, 0, true);
  return copy;
}

test('a zip file gives the text that is in it', async () => {
  expect(await unzipText(bytesOf(zipOf('table.csv', TABLE)), MOST)).toBe(TABLE);
});

test('so does one whose sizes stand behind the file, and one with a comment at its end', async () => {
  const zip = zipOf('table.csv', TABLE);
  const commented = Buffer.concat([zip, Buffer.from('PK made by nobody')]);
  commented.writeUInt16LE(17, zip.length - 2);

  expect(await unzipText(streamed(zip), MOST)).toBe(TABLE);
  expect(await unzipText(bytesOf(commented), MOST)).toBe(TABLE);
});

test('a file that was only stored is read as it is', async () => {
  // A file named `a` that holds `hi`.
  const stored =
    'UEsDBBQAAAAAAA89fl2sKpPYAgAAAAIAAAABAAAAYWhpUEsBAhQDFAAAAAAADz1+Xawqk9gCAAAAAgAAAAEAAAAAAAAAAAAAAIABAAAAAGFQSwUGAAAAAAEAAQAvAAAAIQAAAAAA';
  expect(await unzipText(bytesOf(Buffer.from(stored, 'base64')), MOST)).toBe('hi');
});

test.each([
  ['no zip file', Buffer.from('<html>Just a moment...</html>')],
  ['nothing', Buffer.alloc(0)],
  ['a file that was cut', zipOf('table.csv', TABLE).subarray(0, 300)],
  ['damaged bytes', zipOf('table.csv', TABLE).fill(0xff, 45, 90)],
])('%s is refused', async (_, zip) => {
  await expect(unzipText(bytesOf(zip), MOST)).rejects.toThrow(SchemaError);
});

test('what unpacks to more than it may is given up before it fills the memory', async () => {
  await expect(unzipText(bytesOf(zipOf('bomb.csv', '0'.repeat(50_000_000))), MOST)).rejects.toThrow(
    'larger than 1000000 bytes',
  );
});
