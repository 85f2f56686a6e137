/** One paragraph of a plain text, and whether a blank line followed it. */
export interface Paragraph {
  readonly text: string;
  readonly blankAfter: boolean;
}

/** Everything that Unicode counts as the end of a line or page (UAX 14: CR, LF, NL, LS, PS, VT, FF). */
const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029\v\f]/;

/** No mail program or terminal wraps wider; a longer line is a paragraph by itself. */
const widestWrap = 100;
/** Lines that all are shorter are verse, a list or an address. */
const narrowestWrap = 40;
/** `fmt` and mail programs may break a line this many characters before it is full. */
const slack = 10;

/**
 * The paragraphs of a plain text. Blank lines separate them, and so does each line end, unless the
 * lines between two blank lines are one paragraph that was hard-wrapped. They are when
 * - none is longer than 100 UTF-16 code units, and the longest has at least 40;
 * - each but the last is full: the next one's first word would have made it longer than the longest;
 * - most of them break off in mid-sentence, or other paragraphs of the text are wrapped as wide.
 * No character that is not white space is lost, added or changed.
 * @param startsParagraph tells of lines that begin a paragraph in any case; asked of the first few
 */
export function paragraphsOf(
  text: string,
  startsParagraph: (line: string) => boolean,
): Paragraph[] {
  const blocks = blocksOf(text, startsParagraph);
  const surelyWrapped = blocks.filter(
    ({ lines }) => wrapped(lines, widthOf(lines)) && breaksOff(lines),
  );
  const width = largest(surelyWrapped.map(({ lines }) => widthOf(lines)));
  return blocks.flatMap(({ lines, blankAfter }) => {
    const own = widthOf(lines);
    const asOthers = width > 0 && own <= width + slack;
    const isWrapped = asOthers
      ? wrapped(lines, Math.max(own, width))
      : wrapped(lines, own) && breaksOff(lines);
    const texts = isWrapped ? [joined(lines)] : lines;
    return texts.map((each, i) => ({
      text: each,
      blankAfter: blankAfter && i === texts.length - 1,
    }));
  });
}

/** Headline, byline and dateline stand within so many lines. */
const leadLines = 12;

interface Block {
  readonly lines: string[];
  blankAfter: boolean;
}

/** Runs of lines that are not blank, without the white space around each line. */
function blocksOf(text: string, startsParagraph: (line: string) => boolean): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  let count = 0;
  for (const raw of text.split(lineEnd)) {
    const line = raw.trim();
    if (line === "") {
      if (open) open.blankAfter = true;
      open = null;
      continue;
    }
    count += 1;
    if (open && !(count <= leadLines && startsParagraph(line))) open.lines.push(line);
    else {
      open = { lines: [line], blankAfter: false };
      blocks.push(open);
    }
  }
  return blocks;
}

/** How wide the lines of a block are; 0 for a single line, which tells nothing of wrapping. */
function widthOf(lines: readonly string[]): number {
  return lines.length < 2 ? 0 : largest(lines.map((line) => line.length));
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, each) => Math.max(most, each), 0);
}

function wrapped(lines: readonly string[], width: number): boolean {
  if (lines.length < 2 || width < narrowestWrap || width > widestWrap) return false;
  return lines.every((line, i) => {
    const next = lines[i + 1];
    return next === undefined || line.length + 1 + firstWord(next).length + slack > width;
  });
}

/** Whether more than half of the line ends stand inside a sentence. */
function breaksOff(lines: readonly string[]): boolean {
  const ends = lines.slice(0, -1);
  return ends.filter((line) => !endsSentence(line)).length * 2 > ends.length;
}

/** Whether a line ends with a stop; quotation marks and brackets may stand after it. */
export function endsSentence(line: string): boolean {
  return /[.!?:;…。！？：；][\p{Pe}\p{Pf}\p{Pi}"'*]*$/u.test(line);
}

const ideograph = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;

function firstWord(line: string): string {
  const [first = ""] = line;
  return ideograph.test(first) ? first : (/^\S+/.exec(line)?.[0] ?? "");
}

/** The lines as one, in time linear in their length. */
function joined(lines: readonly string[]): string {
  return lines.map((line, i) => line + between(line, lines[i + 1])).join("");
}

/** What stands between two lines made one: Chinese and Japanese have no spaces, and a hyphen binds. */
function between(line: string, next: string | undefined): string {
  if (next === undefined) return "";
  const [first = ""] = next;
  const last = Array.from(line.slice(-2)).at(-1) ?? "";
  return (ideograph.test(last) && ideograph.test(first)) || /\p{L}-$/u.test(line) ? "" : " ";
}
