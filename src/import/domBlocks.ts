import { cellSeparator, type BlockContent, type Piece } from "../model/document.ts";

/** Quotes and lists deeper than this come in at this depth: no article nests so, only layouts do. */
const deepest = 8;

interface Inline {
  readonly strong: boolean;
  readonly em: boolean;
  readonly href: string;
}

const blockTags = new Set(
  (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table ul"
  ).split(" "),
);

/**
 * The blocks of a page's elements: headings, paragraphs, quotes, lists, rows of tables; emphasis
 * and links in them. White space is as a browser would show it. Pictures leave nothing.
 */
export function blocksOfDom(root: Element, address = ""): BlockContent[] {
  return new Collector(address).collect(root, 0);
}

class Collector {
  private readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  collect(parent: Element, depth: number): BlockContent[] {
    const blocks: BlockContent[] = [];
    let pieces: Piece[] = [];
    const flush = () => {
      const tidy = trimmed(pieces);
      if (tidy.length > 0) blocks.push({ kind: "paragraph", pieces: tidy });
      pieces = [];
    };
    const walk = (node: Node, inline: Inline, literal: boolean) => {
      if (node.nodeType === 3) {
        const text = node.textContent ?? "";
        if (!literal) pieces.push({ ...inline, text: text.replaceAll(/[\t\n\r\f ]+/g, " ") });
        else
          for (const [i, line] of text.split(/\r\n|[\n\r]/).entries()) {
            if (i > 0) flush();
            pieces.push({ ...inline, text: line });
          }
        return;
      }
      if (node.nodeType !== 1) return;
      const element = node as Element; // by its type
      const tag = element.tagName.toLowerCase();
      if (tag === "br") flush();
      else if (blockTags.has(tag)) {
        flush();
        blocks.push(...this.block(element, tag, depth));
      } else if (
        !/^(?:script|style|template|noscript|iframe|object|head|title|meta|link|img)$/.test(tag)
      )
        for (const child of element.childNodes)
          walk(child, inlineOf(element, tag, inline, this.address), literal);
    };
    const literal = parent.tagName.toLowerCase() === "pre";
    for (const child of parent.childNodes)
      walk(child, { strong: false, em: false, href: "" }, literal);
    flush();
    return blocks;
  }

  private block(element: Element, tag: string, depth: number): BlockContent[] {
    const deeper = Math.min(depth + 1, deepest);
    if (/^h[1-6]$/.test(tag)) {
      const pieces = this.collect(element, depth).flatMap((block, i) => [
        ...(i > 0 ? [{ text: " " }] : []),
        ...piecesOf(block),
      ]);
      const level = Number(tag.charAt(1));
      return pieces.length > 0 ? [{ kind: "heading", level, pieces: plainStrong(pieces) }] : [];
    }
    if (tag === "table") return this.rows(element);
    if (depth >= deepest) return this.collect(element, depth);
    if (tag === "blockquote") {
      const blocks = this.collect(element, deeper);
      return blocks.length > 0 ? [{ kind: "quote", blocks }] : [];
    }
    if (tag === "ul" || tag === "ol" || tag === "menu") {
      const items = [...element.children]
        .map((item) => this.collect(item, deeper))
        .filter((item) => item.length > 0);
      const first = Number(element.getAttribute("start") ?? "1");
      const start = tag === "ol" ? (Number.isSafeInteger(first) && first >= 0 ? first : 1) : null;
      return items.length > 0 ? [{ kind: "list", start, items }] : [];
    }
    return this.collect(element, depth);
  }

  /** A row is a paragraph. A table of one column is layout: its cells are blocks as they are. */
  private rows(table: Element): BlockContent[] {
    const rows = [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);
    const caption = [...table.children].filter(({ tagName }) => /^caption$/i.test(tagName));
    return [
      ...caption.flatMap((each) => this.collect(each, deepest)),
      ...rows.flatMap((row): BlockContent[] => {
        const cells = [...row.children].map((cell) => this.collect(cell, deepest));
        if (cells.length < 2) return cells.flat();
        const pieces = cells.flatMap((blocks, i) => [
          ...(i > 0 ? [{ text: cellSeparator }] : []),
          ...blocks.flatMap((block, j) => [...(j > 0 ? [{ text: " " }] : []), ...piecesOf(block)]),
        ]);
        return cells.some((blocks) => blocks.length > 0) ? [{ kind: "paragraph", pieces }] : [];
      }),
    ];
  }
}

function inlineOf(element: Element, tag: string, inline: Inline, address: string): Inline {
  if (tag === "strong" || tag === "b") return { ...inline, strong: true };
  if (tag === "em" || tag === "i" || tag === "cite") return { ...inline, em: true };
  if (tag !== "a") return inline;
  const href = element.getAttribute("href") ?? "";
  return { ...inline, href: absolute(href, address) };
}

/** Where a link of the page at `address` leads; empty where that is not known, or within the page. */
export function absolute(href: string, address: string): string {
  if (href === "" || href.startsWith("#")) return "";
  try {
    return new URL(href, address === "" ? undefined : address).href;
  } catch {
    return "";
  }
}

/** The words of a block and all in it, in order. */
function piecesOf(block: BlockContent): readonly Piece[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return block.pieces;
    case "quote":
      return spaced(block.blocks);
    case "list":
      return spaced(block.items.flat());
  }
}

function spaced(blocks: readonly BlockContent[]): Piece[] {
  return blocks.flatMap((block, i) => [...(i > 0 ? [{ text: " " }] : []), ...piecesOf(block)]);
}

/** A heading is strong by being one. */
function plainStrong(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => ({ ...piece, strong: false }));
}

/** Without white space at the edges, and with one space where several came together. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  let space = true;
  for (const piece of pieces) {
    const text: string = space ? piece.text.replace(/^[ ]+/, "") : piece.text;
    if (text === "") continue;
    space = text.endsWith(" ");
    kept.push({ ...piece, text });
  }
  while (kept.at(-1)?.text === " ") kept.pop();
  const last = kept.pop();
  if (last) kept.push({ ...last, text: last.text.replace(/ +$/, "") });
  return kept.some(({ text }) => /[^\s\u200b]/u.test(text)) ? kept : [];
}
