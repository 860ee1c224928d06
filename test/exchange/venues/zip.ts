import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const FILE_BYTES = 30;
const ENTRY_BYTES = 46;
const END_BYTES = 22;
const DEFLATED = 8;

/** A zip file with one file in it, as `zip` and Python's `zipfile` write it. */
export function zipOf(name: string, text: string): Buffer<ArrayBuffer> {
  const packed = deflateRawSync(text);
  const title = Buffer.from(name);
  const sizes = [crc32(text), packed.length, Buffer.byteLength(text)];
  const file = Buffer.alloc(FILE_BYTES);
  file.writeUInt32LE(0x04034b50, 0);
  file.writeUInt16LE(20, 4);
  file.writeUInt16LE(DEFLATED, 8);
  sizes.forEach((value, index) => file.writeUInt32LE(value, 14 + 4 * index));
  file.writeUInt16LE(title.length, 26);
  const entry = Buffer.alloc(ENTRY_BYTES);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(DEFLATED, 10);
  sizes.forEach((value, index) => entry.writeUInt32LE(value, 16 + 4 * index));
  entry.writeUInt16LE(title.length, 28);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + title.length, 12);
  end.writeUInt32LE(file.length + title.length + packed.length, 16);
  return Buffer.concat([file, title, packed, entry, title, end]);
}

/** The text of a file that {@link zipOf} made. */
export function unzipped(zip: Buffer): string {
  const start = FILE_BYTES + zip.readUInt16LE(26);
  return inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(18))).toString();
}
