import { parseSort, printSort, type SortKey } from "../../model/query/arranging.ts";
import { checkIds, type CheckId } from "../../model/query/checks.ts";
import { everything, parseFilter, printFilter, type Filter } from "../../model/query/filter.ts";
import type { Folding } from "../../model/query/folding.ts";
import type { Route } from "../route.ts";
import { parseLayout, printLayout, type ColumnLayout } from "./columnLayout.ts";

/** What the Statements view shows, and how: all that the address says of it, and a named view keeps. */
export interface Query {
  /** As it was typed; see `parseSought`. */
  readonly text: string;
  readonly folding: Folding;
  readonly filter: Filter;
  /** The address had a filter that cannot be read, so none is applied. */
  readonly unreadable: boolean;
  /** Only what this check finds. */
  readonly check: CheckId | null;
  readonly sort: readonly SortKey[];
  /** The attribute that the rows are grouped by, or empty. */
  readonly group: string;
  /** The table of statements, or every place where the searched words stand. */
  readonly show: "statements" | "hits";
  /** The columns of the table; null for those of this device. */
  readonly layout: ColumnLayout | null;
}

export const noQuery: Query = {
  text: "",
  folding: { matchCase: false, matchAccents: false },
  filter: everything,
  unreadable: false,
  check: null,
  sort: [],
  group: "",
  show: "statements",
  layout: null,
};

/** What other views may ask for in short: `?topic=ID&stance=opposes` is that of the named values. */
const shorthand = ["speaker", "topic", "organisation", "article", "coder", "stance", "quotation"];

export function queryOf({ filter: address }: Pick<Route, "filter">): Query {
  const written = parseFilter(address.where ?? "");
  const tests = shorthand.flatMap((attribute): Filter[] => {
    const value = address[attribute];
    if (!value) return [];
    return [{ is: "one of", attribute, values: [value], below: false, stances: [] }];
  });
  return {
    text: address.text ?? "",
    folding: { matchCase: address.case === "match", matchAccents: address.accents === "match" },
    filter: bothOf(tests, written ?? everything),
    unreadable: written === null,
    check: checkIds.find((id) => id === address.check) ?? null,
    sort: parseSort(address.sort ?? ""),
    group: address.group ?? "",
    show: address.show === "hits" ? "hits" : "statements",
    layout: parseLayout(address.columns ?? "", address.frozen ?? ""),
  };
}

/** The query as the address has it; what is as it always is stays out. */
export function addressPart(query: Query): Readonly<Record<string, string>> {
  const { filter, folding } = query;
  const parts = {
    text: query.text,
    where: filter.is === "all" && filter.of.length === 0 ? "" : printFilter(filter),
    case: folding.matchCase ? "match" : "",
    accents: folding.matchAccents ? "match" : "",
    check: query.check ?? "",
    sort: printSort(query.sort),
    group: query.group,
    show: query.show === "hits" ? "hits" : "",
    ...(query.layout && printLayout(query.layout)),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ""));
}

/** Whether its filter or its check leaves any statement out. */
export function filters({ filter, check }: Query): boolean {
  return check !== null || !(filter.is === "all" && filter.of.length === 0);
}

/** Whether it leaves any statement out. */
export function narrows(query: Query): boolean {
  return query.text.trim() !== "" || filters(query);
}

function bothOf(tests: readonly Filter[], filter: Filter): Filter {
  if (tests.length === 0) return filter;
  const others = filter.is === "all" ? filter.of : [filter];
  const of = [...tests, ...others];
  const [only] = of;
  return of.length === 1 && only ? only : { is: "all", of };
}
