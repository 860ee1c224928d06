/** A word whether in capitals or not; of the Turkish letters with and without a dot, pages do not agree which is the capital of which. */
export const folded = (text: string): string =>
  text.normalize('NFC').toLowerCase().replaceAll('\u0307', '').replaceAll('ı', 'i');
