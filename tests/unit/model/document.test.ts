import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  blockCountOf,
  documentOf,
  documentOfBlocks,
  parseDocument,
  Positions,
  textOf,
} from "../../../src/model/document.ts";
import { blockContents, rawText } from "../arbitraries.ts";

/** Documents of plain lines, and of headings, quotes and lists in one another. */
const documents = fc.oneof(rawText.map(documentOf), blockContents.map(documentOfBlocks));

describe("a document and its text", () => {
  test("hold the same words; only line ends become LF", () => {
    fc.assert(
      fc.property(rawText, (raw) => {
        expect(textOf(documentOf(raw))).toBe(raw.replaceAll(/\r\n?/g, "\n"));
      }),
    );
  });

  test("a stored document is read back as it was", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const stored: unknown = JSON.parse(JSON.stringify(document.toJSON()));
        expect(parseDocument(stored).eq(document)).toBe(true);
      }),
    );
  });

  test("structure changes no word: each text block is a line of the text", () => {
    const document = documentOfBlocks([
      { kind: "heading", level: 1, pieces: [{ text: "Title", strong: true }] },
      {
        kind: "quote",
        blocks: [
          { kind: "paragraph", pieces: [{ text: "We " }, { text: "oppose", em: true }] },
          { kind: "quote", blocks: [{ kind: "paragraph", pieces: [{ text: "关税" }] }] },
        ],
      },
      {
        kind: "list",
        start: 3,
        items: [
          [{ kind: "paragraph", pieces: [{ text: "one", href: "https://example.org/" }] }],
          [{ kind: "paragraph", pieces: [{ text: "two\nlines" }] }],
          [],
        ],
      },
      { kind: "list", start: null, items: [[]] },
    ]);
    expect(textOf(document)).toBe("Title\nWe oppose\n关税\none\ntwo lines");
    expect(blockCountOf(document)).toBe(5);
    expect(document.childCount).toBe(3);
    expect(new Positions(document).blocks.map(({ path }) => path)).toEqual([
      [0],
      [1, 0],
      [1, 1, 0],
      [2, 0, 0],
      [2, 1, 0],
    ]);
  });

  test("a link that leads to anything but a page or a mail address is only its words", () => {
    const of = (href: string) =>
      JSON.stringify(
        documentOfBlocks([{ kind: "paragraph", pieces: [{ text: "x", href }] }]).toJSON(),
      );
    expect(of("https://example.org/a?b")).toContain("https://example.org/a?b");
    for (const href of ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "/a"])
      expect(of(href)).not.toContain("link");
    const forged = JSON.parse(of("https://example.org/").replace("https://example.org/", "data:x"));
    expect(() => parseDocument(forged)).toThrow(RangeError);
  });

  test("what is no document is refused", () => {
    expect(() => parseDocument({ type: "doc", content: [] })).toThrow(RangeError);
    expect(() => parseDocument({ type: "page" })).toThrow(RangeError);
  });
});

describe("offsets and positions", () => {
  test("each offset has one position, which leads back to it", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const text = textOf(document);
        const positions = new Positions(document);
        let last = 0;
        for (let offset = 0; offset <= text.length; offset += 1) {
          const position = positions.position(offset);
          expect(position).toBeGreaterThan(last);
          expect(positions.offset(position)).toBe(offset);
          last = position;
        }
      }),
    );
  });

  test("each position has the offset of as much text as stands before it", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const positions = new Positions(document);
        for (let position = 1; position < document.content.size; position += 1) {
          const before = document.textBetween(0, position, "\n");
          // Between two blocks stands the end of the first of them.
          const inside = document.resolve(position).parent.isTextblock;
          if (inside) expect(positions.offset(position)).toBe(before.length);
          else expect(positions.offset(position)).toBe(positions.offset(position - 1));
        }
      }),
    );
  });

  test("beyond the end are the end", () => {
    const positions = new Positions(documentOf("one\ntwo"));
    expect(positions.position(99)).toBe(positions.position(7));
    expect(positions.offset(99)).toBe(7);
  });

  test("an offset knows its block", () => {
    const positions = new Positions(documentOf("one\n\nthree"));
    expect([0, 3, 4, 5, 10].map((offset) => positions.blockAt(offset))).toEqual([0, 0, 1, 2, 2]);
  });
});
