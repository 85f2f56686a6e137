import type { Reading } from "../reading.ts";
import { chinese } from "./chinese.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import type { Language } from "./language.ts";
import { spanish } from "./spanish.ts";

const languages: readonly Language[] = [german, french, spanish, chinese];

/** Commonest small words of English, which has the chain. */
const english = new Set(
  "the of and to in that is was for on with as it by at be from he said his are an this had not were has".split(
    " ",
  ),
);

/** How much of a text is looked at to tell its language, in tokens. */
const sample = 400;
/** A language is told from English only when this many of its small words stand in the sample. */
const fewestWords = 5;

/** The language of an article when it is one of those that have a file, null for English and all others. */
export function languageOf(reading: Reading, tag: string | null): Language | null {
  const code = (tag ?? "").toLowerCase().split("-")[0] ?? "";
  if (code !== "") return languages.find((language) => language.code === code) ?? null;
  const words = reading.tokens
    .slice(0, sample)
    .filter((token) => token.kind === "word")
    .map((token) => token.lower);
  const share = (list: ReadonlySet<string>) => words.filter((word) => list.has(word)).length;
  let best: Language | null = null;
  let most = Math.max(fewestWords, share(english) + 1);
  for (const language of languages) {
    const script = language.script;
    // A word of a script without spaces is a whole clause: any majority tells.
    const count = script
      ? words.filter((word) => script.test(word)).length * 2 > words.length
        ? Infinity
        : 0
      : share(language.smallWords);
    if (count < most) continue;
    best = language;
    most = count;
  }
  return best;
}
