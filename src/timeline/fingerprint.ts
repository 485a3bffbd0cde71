/** 32 bits out of a text (FNV-1a): the same for the same text, and as good as never for another. */
export function fingerprint(text: string): number {
  let bits = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  }
  return bits >>> 0;
}
