import { Schema, type Attrs, type DOMOutputSpec, type Mark, type Node } from "prosemirror-model";

/**
 * An article as ProseMirror has it. Its text stands in text blocks, paragraphs and headings, which
 * may stand in quotes and lists. A text block's text never holds a line break, since the canonical
 * text joins text blocks by one. A table is text: a paragraph for each row, its cells joined by
 * `cellSeparator`.
 */
const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: { group: "block", content: "text*", toDOM: () => ["p", { dir: "auto" }, 0] },
    heading: {
      group: "block",
      content: "text*",
      attrs: { level: { default: 2, validate: isLevel } },
      toDOM: ({ attrs }) => [`h${String(attrs.level)}`, { dir: "auto" }, 0],
    },
    quote: { group: "block", content: "block+", toDOM: (node) => outer("blockquote", node) },
    bullet_list: { group: "block", content: "list_item+", toDOM: (node) => outer("ul", node) },
    ordered_list: {
      group: "block",
      content: "list_item+",
      attrs: { start: { default: 1, validate: isCount } },
      toDOM: (node) => outer("ol", node, { start: String(node.attrs.start) }),
    },
    list_item: { content: "block+", toDOM: () => ["li", 0] },
    text: {},
  },
  marks: {
    // The address shows when one points at the words; a click in the text is for its statements.
    link: {
      inclusive: false,
      attrs: { href: { validate: isAddress } },
      toDOM: ({ attrs }) => ["span", { class: "link", title: String(attrs.href) }, 0],
    },
    em: { toDOM: () => ["em", 0] },
    strong: { toDOM: () => ["strong", 0] },
  },
});

/** What the canonical text has between two text blocks. */
const separator = "\n";

/** What stands between two cells of a table's row: it reads as a table wherever the words are shown. */
export const cellSeparator = " | ";

/** Whether a link may lead there: to a page or a mail address, to nothing that a browser would run. */
function isLinkAddress(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)\S+$/i.test(href);
}

/** A piece of text with what marks it. */
export interface Piece {
  readonly text: string;
  readonly strong?: boolean;
  readonly em?: boolean;
  /** Where a link leads; one that may lead nowhere of ours is dropped: see `isLinkAddress`. */
  readonly href?: string;
}

/** A block of an article that is being read from a file. */
export type BlockContent =
  | { readonly kind: "paragraph"; readonly pieces: readonly Piece[] }
  | { readonly kind: "heading"; readonly level: number; readonly pieces: readonly Piece[] }
  | { readonly kind: "quote"; readonly blocks: readonly BlockContent[] }
  | {
      readonly kind: "list";
      /** The number of its first item; null for bullets. */
      readonly start: number | null;
      readonly items: readonly (readonly BlockContent[])[];
    };

/** The document of some blocks; line breaks in a piece become spaces. Empty quotes and lists are left out. */
export function documentOfBlocks(blocks: readonly BlockContent[]): Node {
  const nodes = blocks.flatMap((block) => nodesOf(block));
  return schema.node("doc", null, nodes.length > 0 ? nodes : [schema.node("paragraph")]);
}

function nodesOf(block: BlockContent): Node[] {
  switch (block.kind) {
    case "paragraph":
      return [schema.node("paragraph", null, block.pieces.flatMap(textNodes))];
    case "heading": {
      const level = Math.max(1, Math.min(6, Math.round(block.level)));
      return [schema.node("heading", { level }, block.pieces.flatMap(textNodes))];
    }
    case "quote": {
      const inner = block.blocks.flatMap(nodesOf);
      return inner.length > 0 ? [schema.node("quote", null, inner)] : [];
    }
    case "list": {
      const items = block.items.flatMap((item) => {
        const inner = item.flatMap(nodesOf);
        return inner.length > 0 ? [schema.node("list_item", null, inner)] : [];
      });
      if (items.length === 0) return [];
      return block.start === null
        ? [schema.node("bullet_list", null, items)]
        : [schema.node("ordered_list", { start: Math.max(0, Math.round(block.start)) }, items)];
    }
  }
}

function textNodes({ text, strong = false, em = false, href = "" }: Piece): Node[] {
  if (text === "") return [];
  const marks: Mark[] = [];
  if (isLinkAddress(href)) marks.push(schema.mark("link", { href }));
  if (em) marks.push(schema.mark("em"));
  if (strong) marks.push(schema.mark("strong"));
  return [schema.text(text.replaceAll(/\r\n|[\n\r]/g, " "), marks)];
}

/** The document of a text: a paragraph for each line. CRLF and CR count as line ends, as LF does. */
export function documentOf(text: string): Node {
  const blocks = text
    .replaceAll(/\r\n?/g, separator)
    .split(separator)
    .map((line) => schema.node("paragraph", null, line === "" ? [] : schema.text(line)));
  return schema.node("doc", null, blocks);
}

/** The canonical text of a document; every offset of a statement counts UTF-16 code units in it. */
export function textOf(document: Node): string {
  return document.textBetween(0, document.content.size, separator);
}

/** How many text blocks a document has: paragraphs, headings, rows of tables, items of lists. */
export function blockCountOf(document: Node): number {
  let count = 0;
  document.descendants((node) => {
    if (node.isTextblock) count += 1;
    return !node.isTextblock;
  });
  return count;
}

/**
 * Parses a stored document.
 * @throws RangeError when it is no document of this schema
 */
export function parseDocument(json: unknown): Node {
  const document = schema.nodeFromJSON(json);
  document.check();
  return document;
}

/** One text block of the document: where its text begins in the canonical text and in the document. */
export interface Block {
  /** UTF-16 offset of its first character in the canonical text. */
  readonly start: number;
  /** UTF-16 offset after its last character. */
  readonly end: number;
  /** ProseMirror position of its first character. */
  readonly position: number;
  /** The way to it: the index of its outermost block in the document, then in that one, and so on. */
  readonly path: readonly number[];
}

/** Translates between offsets in the canonical text and positions in the document. */
export class Positions {
  readonly blocks: readonly Block[];

  constructor(document: Node) {
    const blocks: Block[] = [];
    let start = 0;
    const walk = (parent: Node, contentStart: number, path: readonly number[]) =>
      parent.forEach((node, offset, index) => {
        const position = contentStart + offset + 1;
        const way = [...path, index];
        if (!node.isTextblock) return walk(node, position, way);
        const end = start + node.content.size;
        blocks.push({ start, end, position, path: way });
        start = end + separator.length;
      });
    walk(document, 0, []);
    this.blocks = blocks;
  }

  /** The position of an offset. An offset at a separator is the end of the block before it. */
  position(offset: number): number {
    const block = this.blocks[this.blockAt(offset)];
    if (!block) throw new RangeError(`A document without blocks has no offset ${offset}`);
    return block.position + Math.max(0, Math.min(offset, block.end) - block.start);
  }

  /** The offset of a position. A position between two blocks is the end of the one before it. */
  offset(position: number): number {
    const block = this.blocks[lastAtOrBefore(this.blocks, position, (b) => b.position)];
    if (!block) throw new RangeError(`A document without blocks has no position ${position}`);
    return Math.min(block.end, block.start + Math.max(0, position - block.position));
  }

  /** Index of the block that an offset stands in; the first one for any offset before it. */
  blockAt(offset: number): number {
    return lastAtOrBefore(this.blocks, offset, (block) => block.start);
  }
}

function lastAtOrBefore(blocks: readonly Block[], at: number, key: (b: Block) => number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && key(block) <= at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/**
 * A block around others. Each text block finds its own direction; what stands around them, a
 * quote's line or a list's numbers, goes by its first letter that has one.
 */
function outer(tag: string, node: Node, attributes: Attrs = {}): DOMOutputSpec {
  return [tag, { dir: directionOf(node.textContent), ...attributes }, 0];
}

function directionOf(text: string): "ltr" | "rtl" {
  const first = /\p{L}/u.exec(text)?.[0] ?? "";
  return /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u.test(first)
    ? "rtl"
    : "ltr";
}

function isLevel(value: unknown): void {
  if (value !== 1 && value !== 2 && value !== 3 && value !== 4 && value !== 5 && value !== 6)
    throw new RangeError("A heading's level is a whole number from 1 to 6");
}

function isCount(value: unknown): void {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
    throw new RangeError("A list starts at a whole number from 0 on");
}

function isAddress(value: unknown): void {
  if (typeof value !== "string" || !isLinkAddress(value))
    throw new RangeError("A link leads to an http, https or mailto address");
}
