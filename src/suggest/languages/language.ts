/** What finding direct speech in a language needs. One file a language, and a line in `languages.ts`. */
export interface Language {
  /** BCP 47 primary subtag. */
  readonly code: string;
  /** Words that attribute, in lower case, as they stand beside quotations. */
  readonly cues: ReadonlySet<string>;
  /** Commonest small words, by which the language is told from others. Empty for scripts that tell it. */
  readonly smallWords: ReadonlySet<string>;
  /** Letters that only this language's script has, when it writes without spaces. */
  readonly script: RegExp | null;
}

export function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u));
}
