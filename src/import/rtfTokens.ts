/** A piece of an RTF file (specification 1.9.1). */
export type RtfToken =
  | { readonly is: "open" }
  | { readonly is: "close" }
  /** `\b0`: its name, and its number where it has one. */
  | { readonly is: "word"; readonly name: string; readonly number: number | null }
  /** `\~`: the character after the backslash. */
  | { readonly is: "symbol"; readonly symbol: string }
  /** Text in the encoding of its font: bytes as they stand, or one written `\'e9`. */
  | { readonly is: "bytes"; readonly bytes: readonly number[]; readonly escaped: boolean };

/** The tokens of an RTF file, a byte of which is a character of the source. Line ends are none. */
export function* rtfTokens(source: string): Generator<RtfToken, void, undefined> {
  const token = /\\([a-z]+)(-?\d+)? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n\0]+)/gi;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const [, word, number, hex, symbol, brace, plain] = match;
    if (brace !== undefined) yield { is: brace === "{" ? "open" : "close" };
    else if (hex !== undefined)
      yield { is: "bytes", bytes: [Number.parseInt(hex, 16)], escaped: true };
    else if (symbol !== undefined) yield { is: "symbol", symbol };
    else if (plain !== undefined)
      yield { is: "bytes", bytes: Array.from(plain, (c) => c.charCodeAt(0)), escaped: false };
    else if (word === "bin") token.lastIndex += Math.max(0, Number(number ?? 0));
    else if (word !== undefined)
      yield { is: "word", name: word, number: number === undefined ? null : Number(number) };
  }
}
