import { useState } from "react";
import type { Attribute } from "../../model/query/attribute.ts";
import { prefer, usePreferences, type Preferences } from "../preferences.ts";
import { laidOut, layoutOf, type ColumnLayout } from "./columnLayout.ts";
import { columnsOf, type Column } from "./columns.ts";

/** The columns of the table, and what can be done to them. */
export interface Layout {
  /** All of them, in their order; those that are shown are drawn. */
  readonly columns: readonly Column[];
  /** How many of the shown ones stay in place. */
  readonly frozen: number;
  /** Whether they are those of the address, as a named view brings them, or else of this device. */
  readonly ofView: boolean;
  /** Draws columns that are being changed; nothing is kept yet. */
  readonly show: (columns: readonly Column[]) => void;
  readonly keep: (columns: readonly Column[]) => void;
  readonly freeze: (count: number) => void;
  /** Goes back: from those of a view to those of this device, from these to those at first. */
  readonly reset: () => void;
}

/**
 * The columns as the address has them, else as this device does. What is changed goes where they
 * come from.
 */
export function useLayout(
  attributes: readonly Attribute[],
  layout: ColumnLayout | null,
  onChange: (layout: ColumnLayout | null) => void,
): Layout {
  const preferences = usePreferences();
  const [drawn, setDrawn] = useState<readonly Column[] | null>(null);
  const kept = layout ? laidOut(attributes, layout) : columnsOf(attributes, preferences);
  const frozen = layout ? layout.frozen : preferences.frozenColumns;
  return {
    columns: drawn ?? kept,
    frozen,
    ofView: layout !== null,
    show: setDrawn,
    keep(columns) {
      setDrawn(null);
      if (layout) onChange(layoutOf(columns, frozen));
      else keepColumns(columns, preferences);
    },
    freeze(count) {
      if (layout) onChange({ ...layout, frozen: count });
      else prefer({ frozenColumns: count });
    },
    reset() {
      if (layout) onChange(null);
      else prefer({ statementColumns: [], frozenColumns: 1 });
    },
  };
}

/** Keeps the columns for this device; those of other projects' fields are kept as they are. */
function keepColumns(columns: readonly Column[], before: Preferences): void {
  const ids = new Set(columns.map(({ attribute }) => attribute.id));
  prefer({
    statementColumns: [
      ...columns.map(({ attribute: { id, archived }, shown, width }) => ({
        id,
        shown,
        width,
        ...(archived && { archived }),
      })),
      ...before.statementColumns.filter(({ id }) => !ids.has(id)),
    ],
  });
}
