import { femaleTitles, maleTitles, roleNouns, titles } from "./lexicon/people.ts";
import { verbForms } from "./lexicon/verbs.ts";
import { lowerAt, wordsAt, type Reading, type TokenRange } from "./reading.ts";

/** *Foreign Minister* before *Wu Ping*: titles with the capitals and small words before them. */
export function roleBefore(reading: Reading, run: TokenRange, name: TokenRange): string {
  let start = name.start;
  const stop = Math.max(0, name.start - 12);
  for (let i = name.start - 1; i >= stop; i -= 1) {
    const word = lowerAt(reading, i);
    if (i >= run.start || titles.has(word) || roleNouns.has(word)) start = i;
    else break;
  }
  while (
    start < name.start &&
    (maleTitles.has(lowerAt(reading, start)) ||
      femaleTitles.has(lowerAt(reading, start)) ||
      /^(?:then|the|a|an|dr\.?|shri)$/u.test(lowerAt(reading, start)))
  )
    start += 1;
  const comma = roleWithComma(reading, { start, end: name.end });
  const own = start < name.start ? wordsAt(reading, { start, end: name.start }) : "";
  return comma === "" || own === "" ? comma + own : `${comma}, ${own}`;
}

/** The longest role with its commas: Minister of Interior, Local Authorities and Land Planning. */
const longestRole = 16;

/**
 * *his Kenyan counterpart* before *, John Otieno*; from an article or possessive, the beginning of the
 * sentence or the dash behind a dateline on.
 */
function roleWithComma(reading: Reading, name: TokenRange): string {
  if (lowerAt(reading, name.start - 1) !== ",") return "";
  const end = name.start - 1;
  let role = false;
  for (let i = end - 1; i >= Math.max(0, end - longestRole); i -= 1) {
    const token = reading.tokens[i];
    if (
      !token ||
      reading.sentenceOf[i] !== reading.sentenceOf[end] ||
      /^[.;:()"“”]$/u.test(token.text)
    )
      return "";
    if (roleNouns.has(token.lower) || titles.has(token.lower)) role = true;
    const opens = /^(?:the|a|an|his|her|its|their)$/u.test(token.lower);
    const first = reading.sentences[reading.sentenceOf[i] ?? 0]?.start === i;
    const dash = /^[-–—]+$/u.test(token.text);
    if (!opens && !first && !dash) continue;
    return role ? wordsAt(reading, { start: opens || dash ? i + 1 : i, end }) : "";
  }
  return "";
}

/** *the poll's director* after *Peter Langevin,*: the apposition up to its closing comma. */
export function roleAfter(reading: Reading, name: TokenRange): string {
  const { tokens } = reading;
  if (tokens[name.end]?.text !== ",") return "";
  let start = name.end + 1;
  if (tokens[start]?.kind === "number" && tokens[start + 1]?.text === ",") start += 2;
  if (beginsWithVerb(reading, start)) return "";
  let first = -1;
  let end = start;
  // A role of several parts has commas of its own: Minister of A, B and C. 30 tokens hold the longest.
  for (; end < Math.min(start + 30, tokens.length); end += 1) {
    const token = tokens[end];
    if (
      !token ||
      /^[.;:()"“”‘«—–]$/u.test(token.text) ||
      reading.sentenceOf[end] !== reading.sentenceOf[start]
    )
      break;
    const verb = reading.cueOf[end];
    if (/^(?:who|whose|which|said|says|told|has|had|was|is|met|will)$/u.test(token.lower)) break;
    if (
      verb &&
      reading.named[end] !== 1 &&
      /past|present/u.test(verb.tense) &&
      tokens[end - 1]?.text === ","
    )
      break;
    if (
      token.text === "," &&
      first >= 0 &&
      !/^(?:and|member|minister|secretary)$/u.test(tokens[end + 1]?.lower ?? "")
    )
      break;
    if (first < 0 && (roleNouns.has(token.lower) || titles.has(token.lower))) first = end;
  }
  if (first < 0 || first - start > 8) return "";
  while (/^(?:the|a|an|who|is|also|now)$/u.test(lowerAt(reading, start))) start += 1;
  while (end > start && /^(?:,|and)$/u.test(lowerAt(reading, end - 1))) end -= 1;
  return start < end ? wordsAt(reading, { start, end }) : "";
}

/** “Hall, *received* in Paris by the minister, …” tells no office; “Hall, *acting* minister, …” does. */
function beginsWithVerb(reading: Reading, index: number): boolean {
  const form = verbForms.get(lowerAt(reading, index))?.form;
  const next = lowerAt(reading, index + 1);
  return (
    (form === "past" || form === "participle" || form === "ing") &&
    !titles.has(next) &&
    !roleNouns.has(next)
  );
}

/** *Witness Without Borders* in *Africa director at Witness Without Borders*. */
export function organisationIn(role: string): string {
  return (
    /\b(?:at|of|for|with|from) (?:the )?((?:\p{Lu}[\p{L}\p{M}'’.-]*)(?: (?:of|for|and|on|without|the|in)(?= \p{Lu})| \p{Lu}[\p{L}\p{M}'’.-]*)*)/u.exec(
      role,
    )?.[1] ?? ""
  );
}
