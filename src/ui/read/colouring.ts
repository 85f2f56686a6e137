import { legible } from "../../model/colour.ts";
import type { Quotation } from "../../model/quotation.ts";
import type { Stance, Statement } from "../../model/statement.ts";
import type { Line, Mark } from "../../reader/mark.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { ColourBy } from "../preferences.ts";
import {
  colourableBy,
  colourField,
  fieldColouring,
  grey,
  noColouring,
  type Colouring,
} from "./fieldColouring.ts";

/** Colours of what is no entry; like the palette, each has 4.5 : 1 against the light page. */
export const stanceColours: Readonly<Record<Stance, string>> = {
  supports: "#1d6b3f",
  opposes: "#b3261e",
  neutral: "#1d4ed8",
  "not set": grey,
};
export const stanceLines: Readonly<Record<Stance, Line>> = {
  supports: "solid",
  opposes: "double",
  neutral: "dashed",
  "not set": "dotted",
};

export const quotationColourings: Readonly<Record<Quotation, Colouring>> = {
  direct: { colours: ["#1d4ed8"], line: "solid" },
  indirect: { colours: ["#0f766e"], line: "dashed" },
  mixed: { colours: ["#7e22ce"], line: "double" },
  continued: { colours: ["#a16207"], line: "dotted" },
};

/** A statement's colours by what the reader chose to see. */
export function colouringOf(live: LiveProject, wanted: ColourBy, statement: Statement): Colouring {
  const by = colourableBy(live, wanted);
  const field = colourField(live, by);
  if (field) return fieldColouring(field, statement.fields[field.id]);
  if (by === "stance") {
    const had = new Set(statement.topics.map((topic) => topic.stance));
    const [first = "not set", ...others] = had;
    return {
      colours: [stanceColours[first], ...others.map((stance) => stanceColours[stance])],
      line: stanceLines[first],
    };
  }
  if (by === "none") return { colours: [grey], line: "solid" };
  if (by === "quotation") return quotationColourings[statement.quotation];
  if (by === "coder")
    return { colours: [live.get("coders", statement.coderId)?.colour ?? grey], line: "solid" };
  const entries =
    by === "topic"
      ? statement.topics.map((topic) => live.get("topics", topic.topicId))
      : statement.speakerIds.map((id) => live.get("speakers", id));
  const [first, ...others] = entries.flatMap((entry) => (entry ? [entry] : []));
  if (!first) return noColouring;
  return {
    colours: [legible(first.colour), ...others.map((entry) => legible(entry.colour))],
    line: "solid",
  };
}

/** The statements of an article as the reader draws them; each has its number as a sign. */
export function marksOf(
  live: LiveProject,
  by: ColourBy,
  statements: readonly Statement[],
): readonly Mark[] {
  return statements.map((statement, i) => ({
    id: statement.id,
    ranges: statement.ranges,
    ...colouringOf(live, by, statement),
    sign: String(i + 1),
  }));
}
