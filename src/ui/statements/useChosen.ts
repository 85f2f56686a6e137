import { useMemo, useRef, useState } from "react";
import type { StatementId } from "../../model/id.ts";
import type { Statement } from "../../model/statement.ts";
import type { Rows } from "./rows.ts";

/**
 * The statements that were chosen for what is done to many. Only those that are shown count, so
 * that nothing is changed out of sight.
 */
export function useChosen(shown: readonly Statement[], rows: Rows) {
  const [ids, setIds] = useState<ReadonlySet<StatementId>>(new Set());
  const last = useRef<number | null>(null);
  const statements = useMemo(
    () => (ids.size === 0 ? noStatements : shown.filter(({ id }) => ids.has(id))),
    [shown, ids],
  );
  const all = shown.length > 0 && statements.length === shown.length;

  const choose = (index: number, toHere: boolean) => {
    const row = rows.at(index);
    if (row?.is !== "statement") return;
    const next = new Set(ids);
    const from = toHere && last.current !== null ? last.current : index;
    last.current = index;
    if (from === index) {
      if (!next.delete(row.statement.id)) next.add(row.statement.id);
    } else
      for (let i = Math.min(from, index); i <= Math.max(from, index); i += 1) {
        const each = rows.at(i);
        if (each?.is === "statement") next.add(each.statement.id);
      }
    setIds(next);
  };
  return {
    ids,
    statements,
    all: all || (statements.length > 0 ? ("some" as const) : false),
    choose,
    chooseAll: () => setIds(all ? new Set() : new Set(shown.map(({ id }) => id))),
    clear: () => setIds(new Set()),
  };
}

const noStatements: readonly Statement[] = [];
