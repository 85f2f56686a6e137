import { cueHeads, cueNouns } from "./lexicon/cues.ts";
import { isTitle } from "./quotationShape.ts";
import type { Draft, Piece } from "./pieces.ts";
import type { Reading, TokenRange } from "./reading.ts";

/**
 * What the chain cannot see from one token to the next: which quotations belong together. It gets
 * drafts in the order of the text and returns them so.
 */
export function joined(
  reading: Reading,
  drafts: readonly Draft[],
  cueWords: ReadonlySet<string>,
): Draft[] {
  const kept = drafts.filter((draft) => !isMistaken(reading, draft, cueWords)).map(copyOf);
  for (const [index, region] of quotedTokenRanges(reading).entries()) {
    if (!region) continue;
    const own = kept.findIndex((draft) =>
      draft.content.some((piece) => piece.start < region.end && region.start < piece.end),
    );
    const holder = kept[own];
    // A quotation that has an attribution of its own, or is one piece of several, stays as it is.
    if (holder && (holder.cue || holder.content.length > 1 || !startsAt(holder, region))) continue;
    const before = attributedLast(
      reading,
      kept.filter((draft) => (draft.content.at(-1)?.end ?? Infinity) <= region.start),
    );
    if (!before || before === holder || !goesOn(reading, before, region, index)) continue;
    before.content.push({ ...region, state: "resumed" });
    if (holder) kept.splice(own, 1);
  }
  return kept;
}

/**
 * The last statement; or, when that stands inside the phrase that names who said a quotation (“…?” said
 * Muller, *who has accused her of lying*), the one quoted.
 */
function attributedLast<D extends Draft>(reading: Reading, drafts: readonly D[]): D | undefined {
  const last = drafts.at(-1);
  const earlier = drafts.at(-2);
  const opening = earlier?.content[0];
  const inner = last?.content[0];
  if (!last || !earlier?.cue || !opening || !inner) return last;
  const inside =
    opening.state === "fronted" &&
    (reading.quotedOf[opening.start] ?? -1) >= 0 &&
    (reading.quotedOf[inner.start] ?? -1) < 0 &&
    earlier.cue.start < inner.start &&
    reading.sentenceOf[earlier.cue.start] === reading.sentenceOf[inner.start];
  return inside ? earlier : last;
}

/** A draft whose content can be added to without changing the one given. */
function copyOf({ content, cue, source }: Draft): Draft & { content: Piece[] } {
  return { content: [...content], cue, source };
}

function startsAt(draft: Draft, region: TokenRange): boolean {
  const [first] = draft.content;
  return first !== undefined && first.start >= region.start && first.end <= region.end + 1;
}

/** Each quotation as a range of tokens, its marks included. */
function quotedTokenRanges(reading: Reading): (TokenRange | null)[] {
  const ranges = reading.quoted.map((): { start: number; end: number } | null => null);
  for (const [i, region] of reading.quotedOf.entries()) {
    if (region < 0) continue;
    const range = ranges[region];
    if (range) range.end = i + 1;
    else ranges[region] = { start: i, end: i + 1 };
  }
  return ranges;
}

/** Farthest that the second half of a split quotation stands behind the first, in tokens. */
const longestSplit = 60;

/**
 * Whether a quotation goes on with the statement before it: the paragraph before left it open, or the
 * attribution between them ends in a comma (“A,” he said, “b.”), or it fills the next sentence of the
 * same paragraph (“A,” he said. “B.” He vowed to stay. “I'm in.”).
 */
function goesOn(reading: Reading, before: Draft, region: TokenRange, index: number): boolean {
  const last = before.content.at(-1);
  if (!last) return false;
  const endsQuoted =
    (reading.quotedOf[last.end - 1] ?? -1) >= 0 || (reading.quotedOf[last.end - 2] ?? -1) >= 0;
  if (reading.quoted[index]?.resumes)
    return (
      endsQuoted &&
      (reading.quotedOf[last.end - 1] === index - 1 || reading.quotedOf[last.end - 2] === index - 1)
    );
  if (region.start - last.end > longestSplit) return false;
  if (!endsQuoted && !isReportedBefore(before, region)) return false;
  if (reading.paragraphOf[last.start] !== reading.paragraphOf[region.start]) return false;
  if (attributedAfter(reading, region)) return false;
  const sentences =
    (reading.sentenceOf[region.start] ?? 0) - (reading.sentenceOf[last.end - 1] ?? 0);
  const mark = reading.tokens[region.start - 1]?.text;
  const [first] = before.content;
  if (sentences === 0)
    return (
      mark === "," &&
      before.cue !== null &&
      before.cue.start >= last.end &&
      first?.state === "fronted"
    );
  const sentence = reading.sentences[reading.sentenceOf[region.start] ?? 0];
  const fills =
    sentence !== undefined && sentence.start === region.start && endOfSentence(reading, region);
  return sentences === 1 && fills && !(sentence.start > region.start);
}

/** Whether what is reported right before the quotation goes on in the speaker's own words: He vowed to stay. “I'm in.” */
function isReportedBefore(before: Draft, region: TokenRange): boolean {
  const last = before.content.at(-1);
  return (
    before.content[0]?.state === "content" && last !== undefined && region.start - last.end <= 1
  );
}

/** Whether a sentence ends with the quotation. */
function endOfSentence(reading: Reading, region: TokenRange): boolean {
  return (
    region.end >= reading.tokens.length ||
    reading.sentenceOf[region.end] !== reading.sentenceOf[region.end - 1]
  );
}

/** Whether words of its own sentence follow that attribute it: “…,” she added. */
function attributedAfter(reading: Reading, region: TokenRange): boolean {
  const sentence = reading.sentenceOf[region.end - 1];
  for (
    let i = region.end;
    i < Math.min(region.end + 12, reading.tokens.length) && reading.sentenceOf[i] === sentence;
    i += 1
  ) {
    if ((reading.quotedOf[i] ?? -1) >= 0) return false;
    const verb = reading.cueOf[i];
    if (verb && verb.tense !== "base" && reading.named[i] !== 1) return true;
  }
  return false;
}

/** Names of programmes, books and columns are at most this long. */
const longestTitle = 6;

/**
 * What looks like a statement and is none: content without a word, a title before a cue that governs
 * something else (on “This Week,” he said …), a headline with its author (“…,” by …).
 */
function isMistaken(reading: Reading, draft: Draft, cueWords: ReadonlySet<string>): boolean {
  const [first] = draft.content;
  if (!first) return true;
  const region = reading.quoted[reading.quotedOf[first.start] ?? -1];
  if (region && draft.content.length === 1 && first.state === "fronted") {
    const inner = reading.text.slice(region.start + region.opening, region.end - region.closing);
    if (isTitle(inner) && inner.split(/\s+/u).length <= longestTitle) return true;
  }
  if (draft.cue && !hasCueWord(reading, draft.cue, cueWords)) return true;
  if (draft.cue && isByline(reading, draft.cue)) return true;
  return (
    first.end - first.start === 1 &&
    draft.content.length === 1 &&
    !region &&
    isSmall(reading, first)
  );
}

/** Longest byline, in tokens: by The Courier's Ann Poole. */
const longestByline = 12;

/** Whether a colon ends the byline of a headline: newsletters give “Headline,” by Poole: “first lines”. */
function isByline(reading: Reading, cue: TokenRange): boolean {
  if (reading.tokens[cue.start]?.text !== ":") return false;
  for (let i = cue.start - 1; i > Math.max(0, cue.start - longestByline); i -= 1) {
    if ((reading.quotedOf[i] ?? -1) >= 0) return false;
    if (reading.tokens[i]?.lower === "by") return (reading.quotedOf[i - 1] ?? -1) >= 0;
  }
  return false;
}

function hasCueWord(reading: Reading, cue: TokenRange, cueWords: ReadonlySet<string>): boolean {
  for (let i = cue.start; i < cue.end; i += 1) {
    const lower = reading.tokens[i]?.lower ?? "";
    if (
      reading.cueOf[i] ||
      cueNouns.has(lower) ||
      cueHeads.has(lower) ||
      cueWords.has(lower) ||
      lower === "according" ||
      lower === ":"
    )
      return true;
  }
  return false;
}

/** A single word that is no content of its own: *it*, *that*, *this week*'s *this*. */
function isSmall(reading: Reading, piece: Piece): boolean {
  const token = reading.tokens[piece.start];
  return !token || token.kind === "mark" || token.lower.length <= 3;
}
