import { useEffect, useState } from "react";
import { sameValue } from "../../model/change.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";
import type { Route } from "../route.ts";
import { queryOf } from "./query.ts";
import { shownFor, type Shown } from "./shown.ts";

/** What is asked of the project; another one when the address or anything that it reads changes. */
export function useAsked(live: LiveProject, route: Pick<Route, "filter">) {
  const records = [
    useRecords(live, "statements"),
    useRecords(live, "articles"),
    useRecords(live, "speakers"),
    useRecords(live, "organisations"),
    useRecords(live, "topics"),
    useRecords(live, "coders"),
    useRecords(live, "fields"),
  ];
  // How the columns stand changes nothing of what is shown.
  const { columns: _columns, frozen: _frozen, ...filter } = route.filter;
  const [asked, setAsked] = useState({ filter, records });
  // The records come in new lists only where something changed.
  if (!sameValue(asked.filter, filter) || asked.records.some((list, i) => list !== records[i]))
    setAsked({ filter, records });
  return asked;
}

/**
 * What the address's query shows of the project. While a new answer is on its way the last one
 * stays, and `waiting` says so; null before the first.
 */
export function useShown(live: LiveProject, route: Pick<Route, "filter">) {
  const [answer, setAnswer] = useState<{ readonly to: object; readonly shown: Shown } | null>(null);
  const asked = useAsked(live, route);
  useEffect(() => {
    const stop = new AbortController();
    void shownFor(live, queryOf(asked), stop.signal).then(
      (shown) => setAnswer({ to: asked, shown }),
      (error: unknown) => {
        if (!stop.signal.aborted) throw error;
      },
    );
    return () => stop.abort();
  }, [live, asked]);
  return { shown: answer?.shown ?? null, waiting: answer?.to !== asked };
}
