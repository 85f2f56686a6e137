/** Code pages as `TextDecoder` names them, where that is not `windows-NUMBER`. */
const codePages: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  65001: "utf-8",
};

/** The code page of a font's character set (`\fcharset`); the others are the document's own. */
const characterSets: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** Which encoding the words in each font of an RTF file have. */
export class RtfFonts {
  readonly #decoders = new Map<number, TextDecoder>();
  #own = decoderOf(1252);

  /** `\ansicpg`: the code page of the whole file. */
  setPage(page: number): void {
    this.#own = decoderOf(page);
  }

  setCharacterSet(font: number, characterSet: number): void {
    const page = characterSets[characterSet];
    if (page !== undefined) this.#decoders.set(font, decoderOf(page));
  }

  decode(font: number, bytes: readonly number[]): string {
    return (this.#decoders.get(font) ?? this.#own).decode(Uint8Array.from(bytes));
  }
}

function decoderOf(page: number): TextDecoder {
  try {
    return new TextDecoder(codePages[page] ?? `windows-${page}`);
  } catch {
    return new TextDecoder("windows-1252");
  }
}
