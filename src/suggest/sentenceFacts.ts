import { cueAt } from "./cueContext.ts";
import { hash, mixed } from "./hash.ts";
import { cueShare } from "./lexicon/cues.ts";
import type { Reading } from "./reading.ts";

/** What a sentence looks like as a whole; numbers are hashes, only equality counts. */
interface SentenceFacts {
  /** Its strongest cue and whether quotation marks stand in it. */
  readonly cue: number;
  /** The same of the sentence before. */
  readonly before: number;
  /** Sentences since the last with a cue of saying, whether paragraphs lie between, and how it ended. */
  readonly since: number;
  readonly lastLemma: number;
  /** Modal verbs, tense, first person. */
  readonly mood: number;
  /** Tags of its first two tokens. */
  readonly opening: number;
  readonly firstWord: number;
  /** Which sentence of the paragraph, of the article. */
  readonly place: number;
  /** Whether people are named in it. */
  readonly names: number;
  /** Signs of the narrator: dates, figures, past tense without a modal. */
  readonly narrative: number;
}

export function sentenceFacts(reading: Reading, tags: readonly string[]): SentenceFacts[] {
  const facts: SentenceFacts[] = [];
  let before = 0;
  let since = 9;
  let crossed = 0;
  let lastLemma = 0;
  let lastClosed = 0;
  for (const [s, { start, end }] of reading.sentences.entries()) {
    const paragraph = reading.paragraphOf[start] ?? 0;
    const first = reading.paragraphs[paragraph]?.start === start;
    if (first && s > 0) crossed = Math.min(crossed + 1, 3);
    let best: { rank: number; lemma: number; kind: string } | null = null;
    let quotedTokens = 0;
    let names = 0;
    let modal = 0;
    let past = 0;
    let present = 0;
    let firstPerson = 0;
    let figures = 0;
    let days = 0;
    for (let i = start; i < end; i += 1) {
      const tag = tags[i] ?? "";
      const inQuote = (reading.quotedOf[i] ?? -1) >= 0;
      if (inQuote) quotedTokens += 1;
      const token = reading.tokens[i];
      if (!token) continue;
      if (reading.named[i] === 1) names += 1;
      if (!inQuote) {
        if (tag === "modal") modal += 1;
        if (tag === "first") firstPerson += 1;
        if (tag === "day" || tag === "month") days += 1;
        if (tag === "#") figures += 1;
        if (tag === "-ed" || /^(?:was|were|had|did)$/u.test(token.lower) || tag.includes("past"))
          past += 1;
        if (/^(?:is|are|has|have|does|do)$/u.test(token.lower) || tag.includes("present"))
          present += 1;
      }
      const cue = cueAt(reading, i);
      if (!cue) continue;
      const verb = reading.cueOf[i];
      const rank =
        (cueShare.get(token.lower) ?? 0) * 4 +
        (verb ? Math.max(0, 4 - verb.classes.length) : 4) +
        (verb?.tense === "ing" ? -2 : 0);
      if (!best || rank > best.rank)
        best = {
          rank,
          lemma: cue.lemma,
          kind: `${verb?.classes[0] ?? "according"}${cueShare.get(token.lower) ?? 0}`,
        };
    }
    const share = quotedTokens === 0 ? 0 : quotedTokens >= end - start - 1 ? 2 : 1;
    const cue = hash(`${best?.kind ?? "none"}/${share}`);
    const startTag = tags[start] ?? "";
    facts.push({
      cue,
      before,
      since: mixed(mixed(Math.min(since, 5), crossed), lastClosed),
      lastLemma,
      mood:
        (modal > 0 ? 1 : 0) +
        (past > 0 ? 2 : 0) +
        (present > 0 ? 4 : 0) +
        (firstPerson > 0 ? 8 : 0),
      opening: mixed(hash(startTag), hash(tags[start + 1] ?? "")),
      firstWord: hash(reading.tokens[start]?.lower ?? ""),
      place:
        (first ? 0 : Math.min(s, 2)) +
        4 * (s === 0 ? 1 : 0) +
        8 * (reading.paragraphs[paragraph]?.end === end ? 1 : 0),
      names: Math.min(names, 2),
      narrative:
        (days > 0 ? 1 : 0) +
        (figures > 1 ? 2 : figures > 0 ? 4 : 0) +
        (past > 0 && modal === 0 && present === 0 ? 8 : 0),
    });
    before = cue;
    since += 1;
    if (best && best.rank >= 4) {
      since = 0;
      crossed = 0;
      lastLemma = best.lemma;
      lastClosed = share;
    }
  }
  return facts;
}

/** Words of diplomacy: between one and seven of a hundred in read-outs, hardly any in other news. */
const diplomacy =
  /\b(?:ministers?|ministry|ambassadors?|envoy|counterparts?|bilateral|cooperation|delegations?|relations|partnership|talks|visit|(?:the two|both) (?:sides|countries|ministers|leaders|parties|officials)|exchanged views|stands? ready|is ready to|expressed|reaffirmed|reiterated|underscored|underlined|stressed|highlighted|pointed out|commended|hailed|conveyed|welcomed|appreciated|lamented|noted)\b/giu;

/**
 * The style of the article by what can be counted: sentences with a cue, quotations a paragraph, and
 * words of diplomacy. Three steps each.
 */
export function articleStyle(reading: Reading): string {
  let cued = 0;
  for (const { start, end } of reading.sentences)
    for (let i = start; i < end; i += 1) {
      const share = cueShare.get(reading.tokens[i]?.lower ?? "") ?? 0;
      if (!reading.cueOf[i] || share < 2 || (reading.quotedOf[i] ?? -1) >= 0) continue;
      cued += 1;
      break;
    }
  const quotations = reading.quoted.length / Math.max(1, reading.paragraphs.length);
  const diplomatic =
    (100 * (reading.text.match(diplomacy)?.length ?? 0)) / Math.max(1, reading.tokens.length);
  return [
    step(cued / Math.max(1, reading.sentences.length), 0.3, 0.5),
    step(quotations, 0.15, 0.6),
    step(diplomatic, 0.4, 1),
  ].join("");
}

function step(value: number, low: number, high: number): number {
  return value < low ? 0 : value < high ? 1 : 2;
}
