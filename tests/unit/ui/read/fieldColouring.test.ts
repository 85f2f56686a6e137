import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { colourDistance, legible } from "../../../../src/model/colour.ts";
import type { Field, FieldValue } from "../../../../src/model/field.ts";
import type { Statement } from "../../../../src/model/statement.ts";
import { LiveProject } from "../../../../src/store/liveProject.ts";
import { colouringOf } from "../../../../src/ui/read/colouring.ts";
import { colourFields, fieldColouring } from "../../../../src/ui/read/fieldColouring.ts";
import { legendOf } from "../../../../src/ui/read/legend.ts";
import { idOf, smallBundle } from "../../smallBundle.ts";
import { openProject } from "../../store/openStore.ts";

const tone: Field = {
  id: idOf(70),
  projectId: idOf(1),
  on: "statement",
  name: "Tone",
  kind: "choice",
  choices: ["calm", "sharp"],
  archived: false,
  position: 1,
};
const full: Field = {
  ...tone,
  id: idOf(71),
  name: "In full",
  kind: "yes/no",
  choices: [],
  position: 0,
};

describe("the colours of a field's values", () => {
  test("can be seen, and neighbours differ for colour-blind readers, however many there are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), (count) => {
        const choices = Array.from({ length: count }, (_, i) => `choice ${i}`);
        const field = { ...tone, choices };
        const all = choices.map((choice) => fieldColouring(field, choice));
        for (const [i, { colours, line }] of all.entries()) {
          const next = all[i + 1];
          expect(legible(colours[0])).toBe(colours[0]);
          if (!next) continue;
          expect(colourDistance(colours[0], next.colours[0])).toBeGreaterThan(0.07);
          expect(next.line).not.toBe(line);
        }
      }),
    );
  });

  test("are offered for what has few values, known beforehand", () => {
    const fields: Field[] = [
      tone,
      full,
      { ...tone, id: idOf(72), kind: "text", choices: [] },
      { ...tone, id: idOf(73), on: "article" },
      { ...tone, id: idOf(74), archived: true },
    ];
    expect(colourFields(fields).map(({ name }) => name)).toEqual(["In full", "Tone"]);
  });
});

describe("an article coloured by a field", () => {
  const [one] = smallBundle().statements;
  if (!one) throw new Error("The small bundle has a statement");
  const saying = (i: number, value?: FieldValue): Statement => ({
    ...one,
    id: idOf(80 + i),
    fields: value === undefined ? {} : { [tone.id]: value },
  });
  const statements = [saying(0, "sharp"), saying(1), saying(2, "calm"), saying(3, "sharp")];

  async function open(fields: readonly Field[]): Promise<LiveProject> {
    const { store, projectId } = await openProject({ ...smallBundle(), fields, statements });
    const live = await LiveProject.open(store, projectId);
    if (!live) throw new Error("no project");
    onTestFinished(() => live.close());
    return live;
  }

  test("has one colour for a value, grey for none, and a legend of those it has", async () => {
    const live = await open([tone]);
    const colours = statements.map(
      (each) => colouringOf(live, `field-${tone.id}`, each).colours[0],
    );
    expect(colours[0]).toBe(colours[3]);
    expect(new Set(colours).size).toBe(3);
    expect(colours[1]).toBe(colouringOf(live, "none", saying(9)).colours[0]);
    const legend = legendOf(live, `field-${tone.id}`, statements);
    expect(legend.map(({ label, colour }) => [label, colour])).toEqual([
      ["calm", colours[2]],
      ["sharp", colours[0]],
      ["no value", colours[1]],
    ]);
    expect(legendOf(live, `field-${tone.id}`, [saying(0, "sharp")])).toHaveLength(1);
  });

  test("is coloured by topic where the field is none of this project's", async () => {
    const live = await open([tone]);
    for (const each of statements)
      expect(colouringOf(live, `field-${idOf(99)}`, each)).toEqual(
        colouringOf(live, "topic", each),
      );
    expect(legendOf(live, `field-${idOf(99)}`, statements)).toEqual([]);
  });

  test("says what the other colourings mean as well", async () => {
    const live = await open([tone]);
    const labels = (by: "stance" | "quotation" | "speaker" | "coder" | "none" | "topic") =>
      legendOf(live, by, [...statements, { ...saying(5), speakerIds: [], topics: [] }]).map(
        ({ label }) => label,
      );
    expect(labels("stance")).toEqual(["opposes", "not set"]);
    expect(labels("quotation")).toEqual(["direct"]);
    expect(labels("speaker")).toEqual(["Wang Yi", "no speaker"]);
    expect(labels("coder")).toEqual(["Ada"]);
    expect([labels("none"), labels("topic")]).toEqual([[], []]);
  });
});
