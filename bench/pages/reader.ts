import { palette } from "../../src/model/codebook.ts";
import { documentOf, parseDocument } from "../../src/model/document.ts";
import type { Mark } from "../../src/reader/mark.ts";
import { Reader } from "../../src/reader/reader.ts";
import { sample } from "../article.ts";
import { nodes, offer, opened, place, took } from "./target.ts";

/** The article as it is stored, and its statements as the app hands them to the reader. */
let content: unknown = null;
let paragraphs = 0;
let marks: readonly Mark[] = [];
let reader: Reader | null = null;

function show(changed: readonly Mark[]): void {
  marks = changed;
  reader?.setMarks(marks);
}

/** The middle one of the marks that stand where the window is. */
function markInView(): number {
  const { start, end } = reader?.visible() ?? { start: 0, end: 0 };
  const near = marks.flatMap(({ ranges }, i) =>
    ranges.some((range) => start <= range.start && range.end <= end) ? [i] : [],
  );
  return near[near.length >> 1] ?? 0;
}

offer({
  prepare(words, count) {
    const { text, marks: invented } = sample(words, count);
    const article = documentOf(text);
    content = article.toJSON();
    paragraphs = article.childCount;
    marks = invented;
  },
  open: () =>
    opened(paragraphs, () => {
      reader = new Reader(place(), parseDocument(content), {}, { marks });
    }),
  add() {
    const near = marks[markInView()];
    if (!near) throw new Error("The sample has no marks");
    const added: Mark = { ...near, id: `added-${marks.length}`, sign: "+", line: "dashed" };
    const more = [...marks, added];
    return took(() => show(more));
  },
  recolour() {
    const recoloured = marks.map((mark) => ({ ...mark, colours: mark.colours.map(nextColour) }));
    return took(() => show(recoloured));
  },
  remove() {
    const gone = markInView();
    const fewer = marks.filter((_, i) => i !== gone);
    return took(() => show(fewer));
  },
  nodes,
});

function nextColour(colour: string): string {
  const i = palette.findIndex((other) => other === colour);
  return palette[(i + 1) % palette.length] ?? colour;
}
