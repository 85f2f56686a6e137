import type { Calibration } from "./model.ts";
import type { Draft } from "./pieces.ts";
import { cueAt } from "./cueContext.ts";
import { wordClass } from "./lexicon/words.ts";
import { isTitle } from "./quotationShape.ts";
import { lowerAt, tenseAt, type Reading, type TokenRange } from "./reading.ts";
import { cueClasses, cueShare } from "./lexicon/cues.ts";
import { contentStates, holds, stateCount } from "./states.ts";

/** How many signals there are, the constant among them. */
const signalCount = 43;

/**
 * What tells how sure each draft of a text is: how likely the chain holds each part of it to be, what
 * kind of statement it would be, how it ends and what stands beside it. `marginals` is token × state.
 */
export function signalsOf(
  reading: Reading,
  drafts: readonly Draft[],
  marginals: Float64Array,
): number[][] {
  const runningOn = drafts.filter(runsOn).length;
  return drafts.map((draft, i) => [
    ...ownSignals(reading, draft, marginals),
    ...(runsOn(draft)
      ? [
          Math.log1p(runningOn) / 3,
          isNext(reading, draft, drafts[i + 1]) ? 1 : 0,
          isNext(reading, drafts[i - 1], draft) ? 1 : 0,
          beginsParagraph(reading, draft) ? 1 : 0,
        ]
      : [0, 0, 0, 0]),
    ...edgeSignals(reading, draft),
  ]);
}

function runsOn({ content, cue }: Draft): boolean {
  return content[0]?.state === "continued" && cue === null;
}

/** Whether a draft that runs on stands in the sentence behind another draft. */
function isNext(reading: Reading, draft: Draft | undefined, next: Draft | undefined): boolean {
  const last = draft?.content.at(-1);
  const first = next?.content[0];
  if (!last || !first || first.state !== "continued") return false;
  return (reading.sentenceOf[first.start] ?? 0) - (reading.sentenceOf[last.end - 1] ?? 0) === 1;
}

function beginsParagraph(reading: Reading, { content }: Draft): boolean {
  const start = content[0]?.start ?? 0;
  return start === 0 || reading.paragraphOf[start] !== reading.paragraphOf[start - 1];
}

/** How a draft begins and ends: edges in the middle of something are the less sure ones. */
function edgeSignals(reading: Reading, { content, cue }: Draft): number[] {
  const [first] = content;
  const last = content.at(-1);
  if (!first || !last) return [0, 0, 0, 0, 0, 0, 0];
  const sentence = reading.sentences[reading.sentenceOf[last.end - 1] ?? 0];
  const next = lowerAt(reading, last.end);
  const kind = wordClass.get(next);
  let cues = 0;
  for (let i = first.start; i < first.end; i += 1) if (cueAt(reading, i)) cues += 1;
  return [
    last.end >= (sentence?.end ?? 0) - 1 ? 1 : 0,
    /^(?:and|or|but)$/u.test(next) ? 1 : 0,
    kind === "preposition" || kind === "to" ? 1 : 0,
    next === "," ? 1 : 0,
    cue !== null && first.start === cue.end ? 1 : 0,
    Math.min(cues, 2),
    (last.end - last.start) / Math.max(1, (sentence?.end ?? 0) - (sentence?.start ?? 0)),
  ];
}

function ownSignals(reading: Reading, draft: Draft, marginals: Float64Array): number[] {
  let total = 0;
  let least = 1;
  let tokens = 0;
  for (const piece of draft.content)
    for (let i = piece.start; i < piece.end; i += 1) {
      const share = contentShare(marginals, i);
      total += share;
      least = Math.min(least, share);
      tokens += 1;
    }
  const first = draft.content[0];
  const last = draft.content.at(-1);
  const state = first?.state ?? "outside";
  const starts = first
    ? contentShare(marginals, first.start) * (1 - 0.5 * contentShare(marginals, first.start - 1))
    : 0;
  const ends = last ? 1 - contentShare(marginals, last.end) : 0;
  const quoted = first !== undefined && (reading.quotedOf[first.start] ?? -1) >= 0;
  const mixed = !quoted && draft.content.some((piece) => hasQuotation(reading, piece));
  const cue = draft.cue;
  let share = 0;
  if (cue)
    for (let i = cue.start; i < cue.end; i += 1)
      share = Math.max(share, cueShare.get(reading.tokens[i]?.lower ?? "") ?? 0);
  return [
    1,
    logit(total / Math.max(tokens, 1)),
    logit(least),
    logit(starts),
    logit(ends),
    draft.source ? 1 : 0,
    quoted ? 1 : 0,
    mixed ? 1 : 0,
    state === "continued" ? 1 : 0,
    state === "uncued" ? 1 : 0,
    state === "fronted" ? 1 : 0,
    share / 3,
    tokens <= 2 ? 1 : 0,
    tokens <= 5 ? 1 : 0,
    quoted && tokens <= 6 ? 1 : 0,
    tokens > 40 ? 1 : 0,
    ...cueSignals(reading, draft),
  ];
}

/** What the cue is: its class, its form, how far it stands from the content; and whether the content is a title. */
function cueSignals(reading: Reading, draft: Draft): number[] {
  const { cue } = draft;
  const [first] = draft.content;
  const at = cue ? verbIn(reading, cue) : -1;
  const verb = reading.cueOf[at] ?? null;
  const tense = verb ? tenseAt(reading, at) : null;
  const region = first ? reading.quoted[reading.quotedOf[first.start] ?? -1] : undefined;
  const inner = region
    ? reading.text.slice(region.start + region.opening, region.end - region.closing)
    : "";
  const stopped = /[.,!?…]$/u.test(inner);
  return [
    ...cueClasses.map((name) => (verb?.classes[0] === name ? 1 : 0)),
    tense === "ing" ? 1 : 0,
    tense === "base" ? 1 : 0,
    cue && first && first.start - cue.end > 6 ? 1 : 0,
    region && isTitle(inner) ? 1 : 0,
    region && !stopped ? 1 : 0,
  ];
}

/** The first verb of a cue, -1 when it has none. */
function verbIn(reading: Reading, cue: TokenRange): number {
  for (let i = cue.start; i < cue.end; i += 1) if (reading.cueOf[i]) return i;
  return -1;
}

function contentShare(marginals: Float64Array, token: number): number {
  if (token < 0 || (token + 1) * stateCount > marginals.length) return 0;
  let sum = 0;
  for (let s = 0; s < stateCount; s += 1)
    if (holds(contentStates, s)) sum += marginals[token * stateCount + s] ?? 0;
  return Math.min(1, sum);
}

function hasQuotation(reading: Reading, piece: TokenRange): boolean {
  for (let i = piece.start; i < piece.end; i += 1)
    if ((reading.quotedOf[i] ?? -1) >= 0) return true;
  return false;
}

/** Log odds, kept within ±6 so that one signal cannot silence the others. */
function logit(share: number): number {
  return Math.max(-6, Math.min(6, Math.log((share + 1e-4) / (1 - share + 1e-4))));
}

/** How likely a statement with these signals is accepted, 0 to 1. */
export function confidenceOf(signals: readonly number[], calibration: Calibration): number {
  let sum = 0;
  for (const [k, signal] of signals.entries()) sum += signal * (calibration[k] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Logistic regression by Newton's method with a little L2, from signals and whether the statement was
 * right. Deterministic; needs a few hundred examples, else the calibration given is kept.
 */
export function calibrate(
  examples: readonly { readonly signals: readonly number[]; readonly right: boolean }[],
  kept: Calibration,
): number[] {
  if (examples.length < fewest) return [...kept];
  const n = signalCount;
  let weights: number[] = Array.from<number>({ length: n }).fill(0);
  for (let round = 0; round < 25; round += 1) {
    const slope = weights.map((weight) => -ridge * weight);
    const curve: number[][] = weights.map((_, row) =>
      weights.map((__, column): number => (row === column ? ridge : 0)),
    );
    for (const { signals, right } of examples) {
      const p = confidenceOf(signals, weights);
      for (let row = 0; row < n; row += 1) {
        slope[row] = (slope[row] ?? 0) + ((right ? 1 : 0) - p) * (signals[row] ?? 0);
        const line = curve[row];
        if (line)
          for (let column = 0; column < n; column += 1)
            line[column] =
              (line[column] ?? 0) + p * (1 - p) * (signals[row] ?? 0) * (signals[column] ?? 0);
      }
    }
    const move = solve(curve, slope);
    weights = weights.map((weight, k) => weight + (move[k] ?? 0));
    if (move.every((value) => Math.abs(value) < 1e-6)) break;
  }
  return weights;
}

/** Fewest examples to calibrate from. */
const fewest = 200;
const ridge = 2;

/** Gaussian elimination with pivots; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = rows.length;
  for (let k = 0; k < n; k += 1) {
    const pivot = rows
      .slice(k)
      .reduce(
        (best, row, i) => (Math.abs(row[k] ?? 0) > Math.abs(rows[best]?.[k] ?? 0) ? i + k : best),
        k,
      );
    const top = rows[pivot];
    const other = rows[k];
    if (!top || !other) continue;
    rows[pivot] = other;
    rows[k] = top;
    for (let i = k + 1; i < n; i += 1) {
      const row = rows[i];
      if (!row) continue;
      const factor = (row[k] ?? 0) / (top[k] ?? 1);
      for (let j = k; j <= n; j += 1) row[j] = (row[j] ?? 0) - factor * (top[j] ?? 0);
    }
  }
  const result = Array.from<number>({ length: n }).fill(0);
  for (let k = n - 1; k >= 0; k -= 1) {
    const row = rows[k] ?? [];
    let sum = row[n] ?? 0;
    for (let j = k + 1; j < n; j += 1) sum -= (row[j] ?? 0) * (result[j] ?? 0);
    result[k] = sum / (row[k] ?? 1);
  }
  return result;
}
