import { coloursFor } from "../../model/codebook.ts";
import { fieldsOn, type Field, type FieldValue } from "../../model/field.ts";
import { legible } from "../../model/colour.ts";
import type { Line } from "../../reader/mark.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { ColourBy } from "../preferences.ts";

/** What has nothing of what is coloured by. */
export const grey = "#57534b";

/** How a statement is drawn: its colours, the main one first, and a line that tells without colour. */
export interface Colouring {
  readonly colours: readonly [string, ...string[]];
  readonly line: Line;
}

export const noColouring: Colouring = { colours: [grey], line: "dotted" };

/** What colours the statements: what was wanted, or the topic where that is a field of another project. */
export function colourableBy(live: LiveProject, wanted: ColourBy): ColourBy {
  return wanted.startsWith("field-") && !colourField(live, wanted) ? "topic" : wanted;
}

/** The fields that statements can be coloured by, in their order: those of few values, known beforehand. */
export function colourFields(fields: readonly Field[]): Field[] {
  return fieldsOn(fields, "statement").filter((field) => colourValues(field).length > 0);
}

/** The field that is coloured by; undefined when it is another thing, or not of this project. */
export function colourField(live: LiveProject, by: ColourBy): Field | undefined {
  const field = by.startsWith("field-") ? live.get("fields", by.slice("field-".length)) : undefined;
  return field && colourFields([field])[0];
}

/** What a field may hold, where that is known beforehand and not without end. */
export function colourValues({ kind, choices }: Field): readonly FieldValue[] {
  return kind === "yes/no" ? [true, false] : choices;
}

/** Neighbours of one order have another line as well as another colour. */
const valueLines: readonly Line[] = ["solid", "dashed", "double"];

const fieldColourings = new WeakMap<Field, ReadonlyMap<FieldValue, Colouring>>();

/** The colour of one value of a field; grey for none. A field's record does not change, so it is worked out once. */
export function fieldColouring(field: Field, value: FieldValue | undefined): Colouring {
  let colourings = fieldColourings.get(field);
  if (!colourings) {
    const values = colourValues(field);
    const colours = coloursFor(values.length);
    colourings = new Map(
      values.map((each, i) => [
        each,
        {
          colours: [legible(colours[i] ?? grey)],
          line: valueLines[i % valueLines.length] ?? "solid",
        },
      ]),
    );
    fieldColourings.set(field, colourings);
  }
  return (value === undefined ? undefined : colourings.get(value)) ?? noColouring;
}
