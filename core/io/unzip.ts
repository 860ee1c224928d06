import { SchemaError } from '../market/errors.ts';

/** Signatures, and where the fields of the headers stand. @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
const END = { signature: 0x06054b50, bytes: 22, directory: 16 };
const ENTRY = { signature: 0x02014b50, bytes: 46, method: 10, packed: 20, header: 42 };
const FILE = { signature: 0x04034b50, bytes: 30, name: 26, extra: 28 };
const STORED = 0;
const DEFLATED = 8;

/** Longest comment at the end of a zip file. */
const MOST_COMMENT = 0xffff;

/**
 * The text of the first file in a zip file.
 * @param mostBytes that it may unpack to
 * @throws SchemaError for what is no zip file, or one that is packed otherwise or too large
 */
export async function unzipText(zip: Uint8Array<ArrayBuffer>, mostBytes: number): Promise<string> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const has = (at: number, { signature, bytes }: { readonly signature: number; readonly bytes: number }) =>
    at >= 0 && at + bytes <= zip.byteLength && view.getUint32(at, true) === signature;
  let end = zip.byteLength - END.bytes;
  const first = Math.max(0, end - MOST_COMMENT);
  while (end >= first && !has(end, END)) end--;
  const entry = end < first ? -1 : view.getUint32(end + END.directory, true);
  const file = has(entry, ENTRY) ? view.getUint32(entry + ENTRY.header, true) : -1;
  if (!has(file, FILE)) throw new SchemaError('$', 'expected a zip file with a file in it');
  const start =
    file + FILE.bytes + view.getUint16(file + FILE.name, true) + view.getUint16(file + FILE.extra, true);
  // The directory knows the length; the file's own header has it only where it was known before the file was written.
  const packed = zip.subarray(start, start + view.getUint32(entry + ENTRY.packed, true));
  switch (view.getUint16(entry + ENTRY.method, true)) {
    case STORED:
      return new TextDecoder().decode(packed);
    case DEFLATED:
      return inflate(packed, mostBytes);
    default:
      throw new SchemaError('$', 'the file in the zip file is packed in a way that is not known');
  }
}

async function inflate(packed: Uint8Array<ArrayBuffer>, mostBytes: number): Promise<string> {
  const parts = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = parts.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const part = await reader.read();
      if (part.done) return text + decoder.decode();
      bytes += part.value.byteLength;
      if (bytes > mostBytes) break;
      text += decoder.decode(part.value, { stream: true });
    }
  } catch (error) {
    throw new SchemaError('$', 'the file in the zip file is damaged', { cause: error });
  }
  await reader.cancel();
  throw new SchemaError('$', `the file in the zip file is larger than ${mostBytes} bytes`);
}
