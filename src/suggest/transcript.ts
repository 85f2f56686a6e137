import type { Draft, Piece } from "./pieces.ts";
import { wordsAt, type Reading, type TokenRange } from "./reading.ts";

/** A turn of a transcript: who speaks, the colon, and what is said in its paragraph. */
interface Turn {
  readonly label: TokenRange;
  readonly colon: number;
  readonly content: TokenRange;
}

/** Fewest turns that make a transcript, and the least share of its paragraphs that are turns. */
const fewestTurns = 3;
const leastShare = 0.4;
/** Longest label, in tokens: *Prof. Mary HALL (Institute of Harbour Studies)*. */
const longestLabel = 14;

/**
 * The statements of a press conference or hearing written as `NAME: text`, or null when the text is
 * none. A paragraph without a label goes on with the turn before; notes such as (Laughter.) are left out.
 */
export function transcriptOf(reading: Reading): Draft[] | null {
  const turns = reading.paragraphs.map((paragraph) => turnOf(reading, paragraph));
  const labels = turns.flatMap((turn) => (turn ? wordsAt(reading, turn.label) : []));
  if (labels.length < fewestTurns || labels.length < leastShare * reading.paragraphs.length)
    return null;
  // Each label once is a round-up (WEATHER: …), one alone a list; those who talk take turns.
  const voices = new Set(labels).size;
  if (voices < 2 || voices === labels.length) return null;
  const drafts: Draft[] = [];
  let open = false;
  for (const [i, paragraph] of reading.paragraphs.entries()) {
    const turn = turns[i];
    if (turn) {
      const content = spoken(reading, turn.content, "content");
      open = content.length > 0;
      if (open)
        drafts.push({
          content,
          cue: { start: turn.colon, end: turn.colon + 1 },
          source: turn.label,
          verbatim: true,
        });
    } else if (open) {
      if (isNote(reading, paragraph)) {
        open = false;
        continue;
      }
      const content = spoken(reading, paragraph, "continued");
      if (content.length > 0) drafts.push({ content, cue: null, source: null, verbatim: true });
    }
  }
  return drafts;
}

function turnOf(reading: Reading, paragraph: TokenRange): Turn | null {
  const { tokens } = reading;
  let depth = 0;
  for (
    let i = paragraph.start;
    i < Math.min(paragraph.end - 1, paragraph.start + longestLabel);
    i += 1
  ) {
    const text = tokens[i]?.text ?? "";
    if (text === "(") depth += 1;
    if (text === ")") depth -= 1;
    if (depth === 0 && /^[.!?;"“”«]$/u.test(text)) return null;
    if (text !== ":" || depth !== 0) continue;
    const label = { start: paragraph.start, end: i };
    return isLabel(reading, label)
      ? { label, colon: i, content: { start: i + 1, end: paragraph.end } }
      : null;
  }
  return null;
}

/** Names, titles and roles with capitals, or Q and A. */
function isLabel(reading: Reading, label: TokenRange): boolean {
  const words = reading.tokens
    .slice(label.start, label.end)
    .filter((token) => token.kind === "word");
  if (words.length === 0) return false;
  const capitals = words.filter(
    (token) =>
      /^\p{Lu}/u.test(token.text) || /^(?:of|the|for|and|de|von|van|to|'s?)$/u.test(token.lower),
  ).length;
  return capitals === words.length;
}

/** What is said in a paragraph, without notes in brackets. */
function spoken(reading: Reading, range: TokenRange, state: Piece["state"]): Piece[] {
  const pieces: Piece[] = [];
  let start = range.start;
  const push = (end: number) => {
    if (start < end) pieces.push({ start, end, state: pieces.length === 0 ? state : "resumed" });
  };
  for (let i = range.start; i < range.end; i += 1) {
    if (!/^[([]$/u.test(reading.tokens[i]?.text ?? "")) continue;
    let end = i + 1;
    while (end < range.end && !/^[)\]]$/u.test(reading.tokens[end]?.text ?? "")) end += 1;
    const note = reading.tokens
      .slice(i + 1, end)
      .map((token) => token.lower)
      .join(" ");
    if (!notes.test(note)) continue;
    push(i);
    start = end + 1;
    i = end;
  }
  push(range.end);
  return pieces;
}

const notes =
  /^(?:(?:general |scattered |loud |prolonged |sustained )?(?:laughter|applause|laughs|pause|crosstalk|inaudible|off-mike|cheers|interruption|interpreted|end of|through interpreter|via interpreter|speaks in|in \w+))/u;

/** A line of the record, not of a speaker: *The committee adjourned at 11:47.* */
function isNote(reading: Reading, paragraph: TokenRange): boolean {
  const words = reading.tokens
    .slice(paragraph.start, paragraph.end)
    .map((token) => token.lower)
    .join(" ");
  return /^(?:\(|\[|end\b|the (?:committee|hearing|meeting|session|conference|briefing|sitting|house|court)\b.*\b(?:adjourned|ended|closed|rose|concluded|suspended|recessed)|transcript\b|—+$|-+$|\*+)/u.test(
    words,
  );
}
