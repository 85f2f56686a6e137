import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentOf, parseDocument, Positions, textOf } from "../../../src/model/document.ts";
import { rawText } from "../arbitraries.ts";

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
      fc.property(rawText, (raw) => {
        const document = documentOf(raw);
        const stored: unknown = JSON.parse(JSON.stringify(document.toJSON()));
        expect(parseDocument(stored).eq(document)).toBe(true);
      }),
    );
  });

  test("what is no document is refused", () => {
    expect(() => parseDocument({ type: "doc", content: [] })).toThrow(RangeError);
    expect(() => parseDocument({ type: "page" })).toThrow(RangeError);
  });
});

describe("offsets and positions", () => {
  test("each offset has one position, which leads back to it", () => {
    fc.assert(
      fc.property(rawText, (raw) => {
        const document = documentOf(raw);
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
      fc.property(rawText, (raw) => {
        const document = documentOf(raw);
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
