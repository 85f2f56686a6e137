import type { Attribute } from "../../model/query/attribute.ts";
import { firstWidth, widthWithin, type Column } from "./columns.ts";

/** The columns of the table as the address has them, and a named view with it. */
export interface ColumnLayout {
  /** Those that are shown, in their order: attributes by their ids, widths in pixels. */
  readonly columns: readonly { readonly id: string; readonly width: number }[];
  /** How many of them stay in place when the table is scrolled sideways. */
  readonly frozen: number;
}

/** A table without a column; an empty part would not stand in the address. */
const none = "none";

/** `article:200,field-ID:130`, and how many stay in place. */
export function printLayout(layout: ColumnLayout): { columns: string; frozen: string } {
  const columns = layout.columns.map(({ id, width }) => `${id}:${width}`).join(",");
  return { columns: columns || none, frozen: String(layout.frozen) };
}

/** Reads what `printLayout` wrote; null where nothing is said of columns. A column counts where it comes first. */
export function parseLayout(columns: string, frozen: string): ColumnLayout | null {
  if (columns === "") return null;
  const found = new Map<string, { readonly id: string; readonly width: number }>();
  for (const [, id = "", width] of columns.matchAll(/([\w.-]+):(\d{1,5})/g))
    if (!found.has(id)) found.set(id, { id, width: widthWithin(Number(width)) });
  if (found.size === 0 && columns !== none) return null;
  return { columns: [...found.values()], frozen: /^\d{1,3}$/.test(frozen) ? Number(frozen) : 1 };
}

/** The project's columns in a layout: those that it names, then all others, which are not shown. */
export function laidOut(attributes: readonly Attribute[], layout: ColumnLayout): readonly Column[] {
  const byId = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const shown = layout.columns.flatMap(({ id, width }): Column[] => {
    const attribute = byId.get(id);
    return attribute ? [{ attribute, shown: true, width }] : [];
  });
  const named = new Set(layout.columns.map(({ id }) => id));
  const others = attributes
    .filter(({ id }) => !named.has(id))
    .map((attribute): Column => ({ attribute, shown: false, width: firstWidth(attribute.id) }));
  return [...shown, ...others];
}

/** The layout of columns. */
export function layoutOf(columns: readonly Column[], frozen: number): ColumnLayout {
  return {
    columns: columns
      .filter(({ shown }) => shown)
      .map(({ attribute, width }) => ({ id: attribute.id, width })),
    frozen,
  };
}
