/** Eight hexadecimal digits that are the same for the same warning: a message that comes twice is seen as one (FNV-1a). */
export function messageNumber(warningId: string): string {
  let hash = 0x811c9dc5;
  for (const sign of warningId) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
