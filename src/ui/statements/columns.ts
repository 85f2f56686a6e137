import type { Attribute } from "../../model/query/attribute.ts";
import type { Preferences } from "../preferences.ts";

/** A column of the table. */
export interface Column {
  readonly attribute: Attribute;
  readonly shown: boolean;
  /** Pixels. */
  readonly width: number;
}

/** Narrow enough to put aside, wide enough to be found again. */
const narrowest = 64;
const widest = 900;

/** Shown until somebody chooses otherwise; of the others, the project's own fields are. */
const shownAtFirst: Readonly<Record<string, number>> = {
  article: 200,
  quote: 400,
  speaker: 160,
  topic: 230,
  quotation: 100,
  note: 170,
  discuss: 100,
};

/** Pixels. */
export function firstWidth(id: string): number {
  return shownAtFirst[id] ?? 130;
}

/** The columns as this device has them; what is new in the project comes after what is known. */
export function columnsOf(
  attributes: readonly Attribute[],
  { statementColumns }: Preferences,
): readonly Column[] {
  const kept = new Map(statementColumns.map((column, place) => [column.id, { ...column, place }]));
  return attributes
    .map((attribute, i) => {
      const { id } = attribute;
      const own = kept.get(id);
      // That a field was shown before it was archived does not ask for it now.
      const asked = (own?.archived ?? false) === (attribute.archived ?? false) ? own : undefined;
      const first = shownAtFirst[id];
      return {
        attribute,
        shown:
          asked?.shown ?? (first !== undefined || (id.startsWith("field-") && !attribute.archived)),
        width: own?.width ?? firstWidth(id),
        place: own?.place ?? statementColumns.length + i,
      };
    })
    .toSorted((a, b) => a.place - b.place);
}

/** A width that a column may have. */
export function widthWithin(width: number): number {
  return Math.round(Math.min(widest, Math.max(narrowest, width)));
}

export function withWidth(columns: readonly Column[], id: string, width: number) {
  const kept = widthWithin(width);
  return columns.map((column) =>
    column.attribute.id === id ? { ...column, width: kept } : column,
  );
}

/** The column one place further among those that are shown, or among all. */
export function moved(columns: readonly Column[], id: string, by: -1 | 1, amongShown: boolean) {
  const at = columns.findIndex(({ attribute }) => attribute.id === id);
  let to = at + by;
  if (amongShown) while (columns[to]?.shown === false) to += by;
  return placed(columns, id, columns[to]?.attribute.id ?? id);
}

/** The column put where another one stands. */
export function placed(columns: readonly Column[], id: string, where: string): readonly Column[] {
  const at = columns.findIndex(({ attribute }) => attribute.id === id);
  const to = columns.findIndex(({ attribute }) => attribute.id === where);
  const column = columns[at];
  if (!column || to === -1) return columns;
  return columns.toSpliced(at, 1).toSpliced(to, 0, column);
}
