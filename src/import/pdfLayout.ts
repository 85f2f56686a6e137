import type { BlockContent } from "../model/document.ts";
import { endsSentence } from "./paragraphs.ts";
import { inReadingOrder, linesOf, type PdfLine, type PdfPage } from "./pdfLines.ts";

/** Headers and footers stand within this share of the page, at its top and bottom. */
const marginShare = 0.12;
/** Letters larger than the text's by this are a heading's. */
const headingScale = 1.18;

/**
 * The blocks of a PDF's text layer: columns one after the other, lines joined to paragraphs, words
 * that were divided at a line's end made whole, and what repeats at the head or foot of pages left
 * out. What was left out or joined is said in the remarks.
 */
export function blocksOfPages(pages: readonly PdfPage[]): {
  blocks: BlockContent[];
  remarks: string[];
} {
  const perPage = pages.map((page, i) => linesOf(page, i));
  const { kept, dropped } = withoutRunning(perPage, pages);
  const lines = kept.flatMap((each) => inReadingOrder(each));
  const { blocks, hyphens } = paragraphsOfLines(lines);
  const remarks: string[] = [];
  if (dropped.length > 0)
    remarks.push(
      `left out what repeats on its pages: ${dropped
        .slice(0, 3)
        .map((text) => `“${text}”`)
        .join(", ")}${dropped.length > 3 ? " …" : ""}`,
    );
  if (hyphens > 0)
    remarks.push(
      `${hyphens} ${hyphens === 1 ? "word was" : "words were"} divided at a line’s end, and made whole`,
    );
  return { blocks, remarks };
}

/** Leaves out lines at pages' edges that stand, but for their digits, on several pages; and page numbers. */
function withoutRunning(perPage: readonly PdfLine[][], pages: readonly PdfPage[]) {
  const edge = (line: PdfLine) => {
    const height = pages[line.page]?.height ?? 0;
    return line.baseline < height * marginShare || line.baseline > height * (1 - marginShare);
  };
  const shape = ({ text }: PdfLine) => text.replaceAll(/\d+/g, "#").toLowerCase();
  const on = new Map<string, Set<number>>();
  for (const line of perPage.flat().filter(edge))
    on.set(shape(line), (on.get(shape(line)) ?? new Set()).add(line.page));
  const repeats = (line: PdfLine) => {
    if (!edge(line)) return false;
    if (/^\W*(?:page|seite|p\.)?\W*\d{1,4}(?:\s*(?:\/|of|von|de)\s*\d{1,4})?\W*$/iu.test(line.text))
      return true;
    const pagesWith = on.get(shape(line))?.size ?? 0;
    return pagesWith >= 2 && pagesWith * 2 >= pages.length;
  };
  const dropped = new Set(
    perPage
      .flat()
      .filter(repeats)
      .map(({ text }) => text),
  );
  return {
    kept: perPage.map((lines) => lines.filter((line) => !repeats(line))),
    dropped: [...dropped],
  };
}

function paragraphsOfLines(lines: readonly PdfLine[]): { blocks: BlockContent[]; hyphens: number } {
  const size = median(lines.flatMap((line) => Array.from(line.text, () => line.size)));
  const pitch = median(
    lines.flatMap((line, i) => {
      const before = lines[i - 1];
      const step = before && before.page === line.page ? line.baseline - before.baseline : 0;
      return step > 0 && step < line.size * 3 ? [step] : [];
    }),
  );
  const words = new Set(
    lines.flatMap(
      ({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? [],
    ),
  );
  const groups: { lines: PdfLine[]; heading: boolean }[] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const heading = line.size > size * headingScale && line.text.length < 300;
    const group = groups.at(-1);
    if (
      group &&
      before &&
      group.heading === heading &&
      !breaks(before, line, { pitch, heading, lines })
    )
      group.lines.push(line);
    else groups.push({ lines: [line], heading });
  }
  let hyphens = 0;
  const largest = Math.max(
    ...groups.filter(({ heading }) => heading).map(({ lines: [line] }) => line?.size ?? 0),
  );
  const blocks = groups.map(({ lines: parts, heading }): BlockContent => {
    let text = "";
    for (const part of parts) {
      const joined = join(text, part.text, words);
      if (joined.hyphen) hyphens += 1;
      text = joined.text;
    }
    const pieces = [{ text }];
    if (!heading) return { kind: "paragraph", pieces };
    return { kind: "heading", level: parts[0]?.size === largest ? 1 : 2, pieces };
  });
  return { blocks, hyphens };
}

interface Setting {
  readonly pitch: number;
  readonly heading: boolean;
  readonly lines: readonly PdfLine[];
}

/** Whether a line begins a paragraph. */
function breaks(before: PdfLine, line: PdfLine, { pitch, heading, lines }: Setting): boolean {
  const step = line.baseline - before.baseline;
  const follows =
    before.page === line.page && step > 0 && Math.abs(line.left - before.left) < line.size * 12;
  if (heading) return !follows || Math.abs(line.size - before.size) > 0.5 || step > line.size * 2;
  if (!follows)
    // The next column or page: a sentence that was not over goes on there.
    return endsSentence(before.text) || !/^[\p{Ll}\p{N}\p{Lo}“"'(]/u.test(line.text);
  if (step > pitch * 1.35) return true;
  if (line.left - before.left > line.size * 0.8 && line.left - before.left < line.size * 4) {
    const column = lines.filter(
      (each) => each.page === line.page && Math.abs(each.left - before.left) < 2,
    );
    // An indent begins a paragraph where most lines of the column are not indented.
    if (column.length > 1 && endsSentence(before.text)) return true;
  }
  const columnRight = Math.max(
    ...lines
      .filter(
        (each) => each.page === line.page && Math.abs(each.left - before.left) < line.size * 4,
      )
      .map(({ right }) => right),
  );
  return endsSentence(before.text) && before.right < columnRight - line.size * 5;
}

const ideograph = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Two lines as one. A hyphen goes where the word was only divided; it stays in a word that has one elsewhere too. */
function join(
  before: string,
  after: string,
  hyphenated: ReadonlySet<string>,
): { text: string; hyphen: boolean } {
  if (before === "") return { text: after, hyphen: false };
  const [first = ""] = after;
  const last = Array.from(before.slice(-2)).at(-1) ?? "";
  if (last === "\u00ad") return { text: before.slice(0, -1) + after, hyphen: true };
  const divided = /(\p{L}+)[-‐]$/u.exec(before);
  if (divided && /^\p{Ll}/u.test(after)) {
    const whole = `${divided[1]}-${/^[\p{L}\p{N}]+/u.exec(after)?.[0] ?? ""}`.toLowerCase();
    if (hyphenated.has(whole)) return { text: before + after, hyphen: false };
    return { text: before.slice(0, -1) + after, hyphen: true };
  }
  if (divided) return { text: before + after, hyphen: false };
  if (ideograph.test(last) && ideograph.test(first)) return { text: before + after, hyphen: false };
  return { text: `${before} ${after}`, hyphen: false };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
