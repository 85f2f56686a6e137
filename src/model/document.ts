import { Schema, type Node } from "prosemirror-model";

/**
 * An article as ProseMirror has it: one or more blocks of plain text. A block's text never holds a
 * line break, since the canonical text joins blocks by one.
 */
const schema = new Schema({
  nodes: {
    doc: { content: "paragraph+" },
    paragraph: { content: "text*", toDOM: () => ["p", { dir: "auto" }, 0] },
    text: {},
  },
});

/** What the canonical text has between two blocks. */
const separator = "\n";

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

/**
 * Parses a stored document.
 * @throws RangeError when it is no document of this schema
 */
export function parseDocument(json: unknown): Node {
  const document = schema.nodeFromJSON(json);
  document.check();
  return document;
}

/** One block of the document: where its text begins in the canonical text and in the document. */
export interface Block {
  /** UTF-16 offset of its first character in the canonical text. */
  readonly start: number;
  /** UTF-16 offset after its last character. */
  readonly end: number;
  /** ProseMirror position of its first character. */
  readonly position: number;
}

/** Translates between offsets in the canonical text and positions in the document. */
export class Positions {
  readonly blocks: readonly Block[];

  constructor(document: Node) {
    const blocks: Block[] = [];
    let start = 0;
    document.descendants((node, position) => {
      if (!node.isTextblock) return true;
      const end = start + node.content.size;
      blocks.push({ start, end, position: position + 1 });
      start = end + separator.length;
      return false;
    });
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
