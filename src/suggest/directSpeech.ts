import type { Language } from "./languages/language.ts";
import type { Draft } from "./pieces.ts";
import type { Reading, TokenRange } from "./reading.ts";

/** What a cue beside a quotation makes of it, and a full sentence in marks without one. */
const withCue = 0.9;
const withoutCue = 0.55;

/** How far a cue may stand from the quotation, in tokens: *sagte die Ministerin am Montag*. */
const reach = 8;

/** Shortest quotation that is a statement without a cue, in letters. */
const shortest = 25;

/**
 * Direct speech by quotation marks, for languages without a trained chain: what stands in marks beside
 * a cue of the language, and full sentences in marks. The speaker is the name beside the cue.
 */
export function directSpeech(
  reading: Reading,
  language: Language,
): { drafts: Draft[]; confidences: number[] } {
  const drafts: Draft[] = [];
  const confidences: number[] = [];
  for (const region of regionsOf(reading)) {
    const cue = cueBeside(reading, region, language);
    const first = reading.tokens[region.start];
    const last = reading.tokens[region.end - 1];
    if (!first || !last) continue;
    const inner = reading.text.slice(first.start, last.end);
    const whole = /[.!?…。！？]\P{L}{0,2}$/u.test(inner) && inner.length >= shortest;
    const before = drafts.at(-1);
    const resumes = reading.quoted[reading.quotedOf[region.start] ?? -1]?.resumes === true;
    if (before && (resumes || (cue && before.cue && cue.start === before.cue.start))) {
      drafts[drafts.length - 1] = {
        ...before,
        content: [...before.content, { ...region, state: "resumed" }],
      };
    } else if (cue || whole) {
      drafts.push({
        content: [{ ...region, state: cue ? "content" : "uncued" }],
        cue,
        source: cue ? nameBeside(reading, cue, region) : null,
      });
      confidences.push(cue ? withCue : withoutCue);
    }
  }
  return { drafts, confidences };
}

function regionsOf(reading: Reading): TokenRange[] {
  const regions: { start: number; end: number }[] = [];
  for (const [i, region] of reading.quotedOf.entries()) {
    if (region < 0) continue;
    const last = regions.at(-1);
    if (last && last.end === i && reading.quotedOf[i - 1] === region) last.end = i + 1;
    else regions.push({ start: i, end: i + 1 });
  }
  return regions;
}

function cueBeside(reading: Reading, region: TokenRange, language: Language): TokenRange | null {
  for (let k = 0; k < reach; k += 1)
    for (const i of [region.end + k, region.start - 1 - k]) {
      const token = reading.tokens[i];
      if (
        !token ||
        (reading.quotedOf[i] ?? -1) >= 0 ||
        reading.paragraphOf[i] !== reading.paragraphOf[region.start]
      )
        continue;
      const fits = language.script
        ? [...language.cues].some((cue) => token.lower.endsWith(cue) || token.lower.startsWith(cue))
        : language.cues.has(token.lower);
      if (fits) return { start: i, end: i + 1 };
    }
  return null;
}

/** The name nearest to the cue, outside the quotation. */
function nameBeside(reading: Reading, cue: TokenRange, region: TokenRange): TokenRange | null {
  const outside = (i: number) => i < region.start || i >= region.end;
  for (let k = 1; k < reach; k += 1)
    for (const i of [cue.start + k, cue.start - k]) {
      if (
        !outside(i) ||
        reading.named[i] !== 1 ||
        reading.paragraphOf[i] !== reading.paragraphOf[cue.start]
      )
        continue;
      let { start, end } = { start: i, end: i + 1 };
      while (reading.named[start - 1] === 1 && outside(start - 1)) start -= 1;
      while (reading.named[end] === 1 && outside(end)) end += 1;
      return { start, end };
    }
  return null;
}
