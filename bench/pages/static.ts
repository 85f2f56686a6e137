import { MarkIndex } from "../../src/reader/markIndex.ts";
import { segmentsOf } from "../../src/reader/segment.ts";
import { sample } from "../article.ts";
import { nodes, offer, opened, place } from "./target.ts";

/**
 * The floor: what any page with these words costs, without caret, selection or keys of ours. With
 * `?marks` it has the statements too, as a page that a server made would have them: in all of it.
 */
const marked = new URLSearchParams(location.search).has("marks");
interface Piece {
  readonly words: string;
  readonly marked: boolean;
}
let paragraphs: readonly (readonly Piece[])[] = [];

offer({
  prepare(words, count) {
    const { text, marks } = sample(words, marked ? count : 0);
    const index = new MarkIndex(marks);
    let start = 0;
    paragraphs = text.split("\n").map((paragraph) => {
      const block = { start, end: start + paragraph.length };
      start = block.end + 1;
      const pieces: Piece[] = [];
      let reached = block.start;
      const segments = segmentsOf(block, { stretches: index.over(block), kept: [], hints: [] });
      for (const segment of segments) {
        pieces.push({ words: text.slice(reached, segment.start), marked: false });
        pieces.push({ words: text.slice(segment.start, segment.end), marked: true });
        reached = segment.end;
      }
      pieces.push({ words: text.slice(reached, block.end), marked: false });
      return pieces.filter(({ words: piece }) => piece !== "");
    });
  },
  open: () =>
    opened(paragraphs.length, () => {
      const article = document.createElement("article");
      for (const pieces of paragraphs) {
        const p = document.createElement("p");
        p.dir = "auto";
        for (const piece of pieces) {
          if (!piece.marked) {
            p.append(piece.words);
            continue;
          }
          const mark = document.createElement("mark");
          mark.textContent = piece.words;
          p.append(mark);
        }
        article.append(p);
      }
      place().append(article);
    }),
  nodes,
});
