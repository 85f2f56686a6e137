/** FNV-1a over UTF-16 code units, as an unsigned 32-bit number (Fowler, Noll and Vo, 1991). */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1)
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Mixes `next` into `seed`; the order matters. The steps are MurmurHash3's (Appleby, 2011). */
export function mixed(seed: number, next: number): number {
  let k = Math.imul(next, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  k = Math.imul(k, 0x1b873593);
  let value = seed ^ k;
  value = (value << 13) | (value >>> 19);
  return Math.imul(value, 5) + 0xe6546b64;
}

/** The final mixing of all bits, as an unsigned 32-bit number. */
export function settled(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
