import type { Quotation } from "../model/quotation.ts";
import type { Range } from "../model/range.ts";
import { hingesOf } from "./observations.ts";
import type { Reading } from "./reading.ts";
import { contentStates, place, repair, type State } from "./states.ts";

/** A statement as somebody marked it: what the chain learns from. Ranges are sorted and apart. */
export interface MarkedStatement {
  readonly ranges: readonly Range[];
  readonly quotation: Quotation;
  readonly cues: readonly Range[];
  /** Where its sentence names the speaker; empty when it does not. */
  readonly sources: readonly Range[];
}

/** The state of every token, given all statements of a text. Statements within others are left out. */
export function statesOf(reading: Reading, statements: readonly MarkedStatement[]): Uint8Array {
  const assigned = new Uint8Array(reading.tokens.length);
  const outermost = statements.filter(
    (one) => !statements.some((other) => other !== one && holdsAll(other, one)),
  );
  for (const statement of outermost) markContent(reading, statement, assigned);
  for (const statement of outermost) markAttribution(reading, statement, assigned);
  return repair(assigned, hingesOf(reading));
}

function holdsAll(outer: MarkedStatement, inner: MarkedStatement): boolean {
  const size = (one: MarkedStatement) =>
    one.ranges.reduce((sum, range) => sum + range.end - range.start, 0);
  return (
    size(outer) > size(inner) &&
    inner.ranges.every((range) =>
      outer.ranges.some((other) => other.start <= range.start && range.end <= other.end),
    )
  );
}

/** Token indices that lie within a range, half-open. */
export function tokensIn(reading: Reading, range: Range): Range {
  let low = 0;
  let high = reading.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reading.tokens[middle]?.start ?? Infinity) < range.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < reading.tokens.length && (reading.tokens[end]?.start ?? Infinity) < range.end)
    end += 1;
  return { start: low, end };
}

function isFronted(statement: MarkedStatement): boolean {
  const first = statement.ranges[0]?.start ?? 0;
  const cue = statement.cues[0] ?? statement.sources[0];
  return cue !== undefined && cue.start > first;
}

function markContent(reading: Reading, statement: MarkedStatement, assigned: Uint8Array): void {
  const attributed = statement.cues.length > 0 || statement.sources.length > 0;
  for (const [i, range] of statement.ranges.entries()) {
    const { start, end } = tokensIn(reading, range);
    let state: State;
    if (i > 0) state = "resumed";
    else if (attributed) state = isFronted(statement) ? "fronted" : "content";
    else state = statement.quotation === "direct" ? "uncued" : "continued";
    assigned.fill(place[state], start, end);
  }
}

function markAttribution(reading: Reading, statement: MarkedStatement, assigned: Uint8Array): void {
  const content = statement.ranges[0];
  if (!content) return;
  const from = tokensIn(reading, content);
  const set = (range: Range, state: State) => {
    for (let i = range.start; i < range.end; i += 1)
      if (
        ((contentStates >> (assigned[i] ?? 0)) & 1) === 0 &&
        (assigned[i] === 0 || !state.includes("To"))
      )
        assigned[i] = place[state];
  };
  const sameSentence = (a: number, b: number) => reading.sentenceOf[a] === reading.sentenceOf[b];
  const late = (range: Range) => range.start > content.start;
  const cues = statement.cues.map((cue) => ({
    ...tokensIn(reading, cue),
    late: late(cue),
    state: cueState(late(cue)),
  }));
  const sources = statement.sources
    .map((source) => ({
      ...tokensIn(reading, source),
      late: late(source),
      state: sourceState(statement, source),
    }))
    .filter(
      (source) => cues.length === 0 || cues.some((cue) => near(reading, cue.start, source.start)),
    );
  for (const source of sources) set(source, source.state);
  for (const cue of cues) set(cue, cue.state);
  const early = [...cues, ...sources]
    .filter((one) => !one.late)
    .toSorted((a, b) => a.start - b.start);
  for (const [i, one] of early.entries()) {
    const next = early[i + 1]?.start ?? from.start;
    if (!sameSentence(one.start, next)) continue;
    set(
      { start: one.end, end: next },
      one.state === "source" && next !== from.start ? "sourceToCue" : "cueToContent",
    );
  }
  let end = from.end;
  for (const one of [...cues, ...sources]
    .filter((other) => other.late)
    .toSorted((a, b) => a.start - b.start)) {
    if (one.start > end && sameSentence(end - 1, one.start))
      set({ start: end, end: one.start }, "frontedToCue");
    end = Math.max(end, one.end);
  }
}

function cueState(late: boolean): State {
  return late ? "lateCue" : "cue";
}

/** What a source is by where it stands: before or after the content, before or after its cue. */
function sourceState(statement: MarkedStatement, source: Range): State {
  const content = statement.ranges[0]?.start ?? 0;
  const late = source.start > content;
  const afterCue = statement.cues.some(
    (cue) => cue.start < source.start && cue.start > content === late,
  );
  if (late) return afterCue ? "lastSource" : "lateSource";
  return afterCue ? "innerSource" : "source";
}

function near(reading: Reading, a: number, b: number): boolean {
  return Math.abs((reading.sentenceOf[a] ?? 0) - (reading.sentenceOf[b] ?? 0)) <= 1;
}
