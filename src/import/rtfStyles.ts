/** Styles by their names where they say no level: Word's own, in the languages it is used in most. */
const headingName =
  /^(?:heading|title|überschrift|titel|titre|título|titolo|kop|rubrik|nagłówek|заголовок|标题|見出し|제목)\s*([1-9])?$/iu;

/** Which styles of an RTF file are headings. */
export class RtfStyles {
  readonly #headings = new Map<number, number>();
  #number = 0;
  #outline = 0;

  /** A control word of the style that is being declared. */
  declare(name: string, number: number): void {
    if (name === "s") this.#number = number;
    if (name === "outlinelevel") this.#outline = headingLevel(number);
  }

  /** @param said the style's name and what ends it */
  end(said: string): void {
    const named = headingName.exec(said.replace(/;.*$/s, "").trim());
    const level = this.#outline || (named ? Math.min(6, Number(named[1] ?? 1)) : 0);
    if (level > 0) this.#headings.set(this.#number, level);
    this.#number = 0;
    this.#outline = 0;
  }

  /** The level of the headings in a style, from 1; 0 where it is none of headings. */
  heading(style: number): number {
    return this.#headings.get(style) ?? 0;
  }
}

/** The level of a heading by `\outlinelevel`, which counts from 0; 0 for text, which has 9 there. */
export function headingLevel(outline: number): number {
  return outline >= 0 && outline < 9 ? Math.min(6, outline + 1) : 0;
}
