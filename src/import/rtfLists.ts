/** How the items of a list's level are marked. */
export interface RtfLevel {
  readonly ordered: boolean;
  /** The number of the first item. */
  readonly start: number;
}

const bullets: RtfLevel = { ordered: false, start: 1 };

/** `\levelnfc` of a bullet, and of nothing at all. */
const unnumbered = new Set([23, 255]);

/** The lists that an RTF file declares: `\ls` of a paragraph names one by way of an override. */
export class RtfLists {
  readonly #lists = new Map<number, readonly RtfLevel[]>();
  readonly #named = new Map<number, number>();
  #levels: RtfLevel[] = [];
  #overridden = 0;

  /** A control word of the table of lists. */
  declare(name: string, number: number): void {
    if (name === "levelnfc") this.#levels.push({ ordered: !unnumbered.has(number), start: 1 });
    const level = this.#levels.pop();
    if (level) this.#levels.push(name === "levelstartat" ? { ...level, start: number } : level);
    if (name !== "listid") return;
    this.#lists.set(number, this.#levels);
    this.#levels = [];
  }

  /** A control word of the table of overrides. */
  override(name: string, number: number): void {
    if (name === "listid") this.#overridden = number;
    if (name === "ls") this.#named.set(number, this.#overridden);
  }

  /**
   * @param marker the words that older readers show before the item: they tell where nothing else does
   */
  level(list: number, depth: number, marker: string): RtfLevel {
    const levels = this.#lists.get(this.#named.get(list) ?? Number.NaN);
    const declared = levels?.[depth];
    if (declared) return declared;
    const [number] = /\d+/.exec(marker) ?? [];
    if (number !== undefined) return { ordered: true, start: Number(number) };
    return /^\s*\(?\p{L}{1,4}[.)]/u.test(marker) ? { ordered: true, start: 1 } : bullets;
  }
}
