import { legible } from "../../model/colour.ts";
import { wordsOf, type FieldValue, type Field } from "../../model/field.ts";
import { quotations } from "../../model/quotation.ts";
import { stances, type Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { ColourBy } from "../preferences.ts";
import { quotationColourings, stanceColours, stanceLines } from "./colouring.ts";
import {
  colourableBy,
  colourField,
  colourValues,
  fieldColouring,
  noColouring,
  type Colouring,
} from "./fieldColouring.ts";

/** One colour and line of the article, and what has it. */
export interface LegendEntry {
  readonly key: string;
  readonly label: string;
  readonly colour: string;
  readonly line: Colouring["line"];
}

/**
 * What the colours mean, as far as the statements have them; nothing where they are not coloured, or
 * by topic, whose colours stand in the topics' own chips.
 */
export function legendOf(
  live: LiveProject,
  wanted: ColourBy,
  statements: readonly Statement[],
): readonly LegendEntry[] {
  const by = colourableBy(live, wanted);
  const field = colourField(live, by);
  if (field) return fieldLegend(field, statements);
  switch (by) {
    case "stance": {
      const had = new Set(
        statements.flatMap(({ topics }) =>
          topics.length === 0 ? ["not set"] : topics.map(({ stance }) => stance),
        ),
      );
      return stances
        .filter((stance) => had.has(stance))
        .map((stance) =>
          entryOf(stance, { colours: [stanceColours[stance]], line: stanceLines[stance] }),
        );
    }
    case "quotation": {
      const had = new Set(statements.map(({ quotation }) => quotation));
      return quotations
        .filter((quotation) => had.has(quotation))
        .map((quotation) => entryOf(quotation, quotationColourings[quotation]));
    }
    case "coder":
      return namedLegend(statements, ({ coderId }) => [live.get("coders", coderId)]);
    case "speaker": {
      const said = namedLegend(statements, ({ speakerIds }) =>
        speakerIds.map((id) => live.get("speakers", id)),
      );
      const bare = statements.some(({ speakerIds }) => speakerIds.length === 0);
      return bare ? [...said, entryOf("no speaker", noColouring)] : said;
    }
    default:
      return [];
  }
}

function fieldLegend(field: Field, statements: readonly Statement[]): LegendEntry[] {
  const had = new Set<FieldValue | undefined>(statements.map(({ fields }) => fields[field.id]));
  const entries = colourValues(field)
    .filter((value) => had.has(value))
    .map((value) => entryOf(wordsOf(value), fieldColouring(field, value)));
  return had.has(undefined)
    ? [...entries, { ...entryOf("no value", noColouring), key: "" }]
    : entries;
}

interface Coloured {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
}

/** The entries that the statements name, in the order in which they come. */
function namedLegend(
  statements: readonly Statement[],
  entriesOf: (statement: Statement) => readonly (Coloured | undefined)[],
): LegendEntry[] {
  const named = new Map<string, LegendEntry>();
  for (const entry of statements.flatMap(entriesOf))
    if (entry)
      named.set(entry.id, {
        key: entry.id,
        label: entry.name,
        colour: legible(entry.colour),
        line: "solid",
      });
  return [...named.values()];
}

function entryOf(label: string, { colours, line }: Colouring): LegendEntry {
  return { key: label, label, colour: colours[0], line };
}
