import { stances, type Stance } from "../statement.ts";

/**
 * Which statements are wanted. An attribute is named by its id; what a test asks of an attribute
 * that the project does not have, or that it cannot have, holds of no statement.
 */
export type Filter =
  | { readonly is: "all"; readonly of: readonly Filter[] }
  | { readonly is: "any"; readonly of: readonly Filter[] }
  | { readonly is: "not"; readonly of: Filter }
  | Test;

/** One thing that is asked of one attribute. */
export type Test =
  | OneOf
  | { readonly is: "has"; readonly attribute: string; readonly words: string }
  | Between
  | { readonly is: "empty"; readonly attribute: string };

/** Has one of these values. */
export interface OneOf {
  readonly is: "one of";
  readonly attribute: string;
  /** Ids of entries, or the values themselves; at least one. */
  readonly values: readonly string[];
  /** Of topics: or of a topic below one of them. */
  readonly below: boolean;
  /** Of topics: and that topic with one of these stances; empty for any. */
  readonly stances: readonly Stance[];
}

/** Of dates and numbers: lies wholly between the two, both included; null leaves that side open, not both. */
export interface Between {
  readonly is: "between";
  readonly attribute: string;
  /** A date (YYYY, YYYY-MM, YYYY-MM-DD), or a number. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What every statement fits. */
export const everything: Filter = { is: "all", of: [] };

/** Nothing that a person writes is nested as deep; a made-up address must not overflow the stack. */
const deepest = 40;

/**
 * The filter as it stands in the address:
 * `speaker is ID,ID and not (stance is opposes or date from 2024 to 2024-05) and note has "x y"`,
 * `topic under ID with opposes`, `note empty`, `everything`, `nothing`. `and` binds closer than `or`.
 * `topic is ID` asks for that topic alone, `topic under ID` for it or one that stands anywhere below it.
 */
export function printFilter(filter: Filter): string {
  switch (filter.is) {
    case "all":
    case "any": {
      const [word, none] = filter.is === "all" ? ["and", "everything"] : ["or", "nothing"];
      if (filter.of.length === 0) return none;
      const [only] = filter.of;
      if (filter.of.length === 1 && only) return printFilter(only);
      return filter.of.map(printPart).join(` ${word} `);
    }
    case "not":
      return `not ${printPart(filter.of)}`;
    case "one of": {
      const values = filter.values.map(printWord).join(",");
      const among =
        filter.stances.length > 0 ? ` with ${filter.stances.map(printWord).join(",")}` : "";
      return `${filter.attribute} ${filter.below ? "under" : "is"} ${values}${among}`;
    }
    case "has":
      return `${filter.attribute} has ${printWord(filter.words)}`;
    case "between": {
      const from = filter.from === null ? "" : ` from ${printWord(filter.from)}`;
      const to = filter.to === null ? "" : ` to ${printWord(filter.to)}`;
      return filter.attribute + from + to;
    }
    case "empty":
      return `${filter.attribute} empty`;
  }
}

function printPart(filter: Filter): string {
  const whole = (filter.is === "all" || filter.is === "any") && filter.of.length > 0;
  return whole ? `(${printFilter(filter)})` : printFilter(filter);
}

const plainWord = /^[\w.-]+$/;

function printWord(word: string): string {
  return plainWord.test(word) ? word : JSON.stringify(word);
}

/** Reads what `printFilter` wrote; null when it is none. Lists of one are taken for what is in them. */
export function parseFilter(source: string): Filter | null {
  const tokens = [...source.matchAll(/"(?:[^"\\]|\\.)*"|[\w.-]+|[(),]|\S/gu)].map(
    ([token]) => token,
  );
  if (tokens.length === 0) return everything;
  const reader = new Reader(tokens);
  try {
    const filter = reader.anyOf(0);
    return reader.atEnd ? filter : null;
  } catch (error) {
    if (error instanceof NoFilter) return null;
    throw error;
  }
}

class NoFilter extends Error {}

/** Reads by recursive descent; throws `NoFilter` at the first token that does not fit. */
class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get atEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  anyOf(depth: number): Filter {
    return this.#list("or", "any", () => this.#allOf(depth));
  }

  #allOf(depth: number): Filter {
    return this.#list("and", "all", () => this.#part(depth));
  }

  #list(word: string, is: "all" | "any", part: () => Filter): Filter {
    const first = part();
    const of = [first];
    while (this.#skip(word)) of.push(part());
    return of.length === 1 ? first : { is, of };
  }

  #part(depth: number): Filter {
    if (depth > deepest) throw new NoFilter();
    if (this.#skip("not")) return { is: "not", of: this.#part(depth + 1) };
    if (this.#skip("everything")) return everything;
    if (this.#skip("nothing")) return { is: "any", of: [] };
    if (!this.#skip("(")) return this.#test();
    const filter = this.anyOf(depth + 1);
    if (!this.#skip(")")) throw new NoFilter();
    return filter;
  }

  #test(): Test {
    const attribute = this.#next();
    if (!plainWord.test(attribute)) throw new NoFilter();
    if (this.#skip("empty")) return { is: "empty", attribute };
    if (this.#skip("has")) return { is: "has", attribute, words: this.#word() };
    const below = this.#skip("under");
    if (below || this.#skip("is")) {
      const values = this.#words();
      const among = this.#skip("with") ? this.#words() : [];
      return { is: "one of", attribute, values, below, stances: among.map(stanceOf) };
    }
    const from = this.#skip("from") ? this.#word() : null;
    const to = this.#skip("to") ? this.#word() : null;
    if (from === null && to === null) throw new NoFilter();
    return { is: "between", attribute, from, to };
  }

  #words(): string[] {
    const words = [this.#word()];
    while (this.#skip(",")) words.push(this.#word());
    return words;
  }

  #word(): string {
    const token = this.#next();
    if (plainWord.test(token)) return token;
    try {
      const word: unknown = JSON.parse(token);
      if (typeof word === "string") return word;
    } catch {
      // Not a string that was printed.
    }
    throw new NoFilter();
  }

  #next(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new NoFilter();
    this.#at += 1;
    return token;
  }

  #skip(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }
}

function stanceOf(word: string): Stance {
  const stance = stances.find((candidate) => candidate === word);
  if (!stance) throw new NoFilter();
  return stance;
}
