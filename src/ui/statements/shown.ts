import type { StatementId } from "../../model/id.ts";
import { groupSteps, sortedSteps, type Group } from "../../model/query/arranging.ts";
import { attributesOf } from "../../model/query/attribute.ts";
import { checkSteps } from "../../model/query/checks.ts";
import { predicateOf } from "../../model/query/matching.ts";
import { stepping, type Steps } from "../../model/query/slices.ts";
import type { Problem } from "../../model/problem.ts";
import type { Article } from "../../model/article.ts";
import type { Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { inOrder } from "../read/articleOrder.ts";
import { inSlices } from "./inSlices.ts";
import type { Query } from "./query.ts";
import { searchOf } from "./searchClient.ts";

/** What the view shows for a query. */
export interface Shown {
  /** Each once, in the order of the rows. */
  readonly statements: readonly Statement[];
  /** The rows by group; null when they are not grouped. */
  readonly groups: readonly Group[] | null;
  /** Why the search could not be done; then it left nothing out. */
  readonly problem: Problem | null;
}

/** Answers a query without holding up the page; rejects when it is no longer wanted. */
export async function shownFor(
  live: LiveProject,
  query: Query,
  signal: AbortSignal,
): Promise<Shown> {
  let problem: Problem | null = null;
  let found: ReadonlySet<StatementId> | null = null;
  if (query.text.trim() !== "") {
    const job = { find: "statements", typed: query.text, folding: query.folding } as const;
    const result = await searchOf(live).find(job, signal);
    if (!result.ok) problem = result.problem;
    else if ("ids" in result.value) found = new Set(result.value.ids);
  }
  const misplaced =
    query.check === "misplaced" ? await misplacedIn(live, signal) : new Set<StatementId>();
  const { statements, groups } = await inSlices(answerSteps(live, query, found, misplaced), signal);
  return { statements, groups, problem };
}

/** The statements whose words are not where they were marked; reads all article texts. */
export async function misplacedIn(
  live: LiveProject,
  signal: AbortSignal,
): Promise<ReadonlySet<StatementId>> {
  const result = await searchOf(live).find({ find: "misplaced" }, signal);
  const ids = result.ok && "ids" in result.value ? result.value.ids : [];
  // Where the old words of a lost statement stood is no place in the text as it is.
  return new Set(ids.filter((id) => live.get("statements", id)?.lost === false));
}

/** The order of the statements of a list, as long as the articles are these. */
const orders = new WeakMap<
  readonly Statement[],
  { readonly articles: readonly Article[]; readonly order: readonly Statement[] }
>();

/** The statements article by article, each in the order of its text; worked out once a change. */
export function inReadingOrder(live: LiveProject): readonly Statement[] {
  const statements = live.all("statements");
  const articles = live.all("articles");
  const kept = orders.get(statements);
  if (kept?.articles === articles) return kept.order;
  const order = inOrder(articles).flatMap(({ id }) => live.statementsOf(id));
  orders.set(statements, { articles, order });
  return order;
}

function* answerSteps(
  live: LiveProject,
  query: Query,
  found: ReadonlySet<StatementId> | null,
  misplaced: ReadonlySet<StatementId>,
): Steps<Pick<Shown, "statements" | "groups">> {
  const attributes = attributesOf(live);
  const all = inReadingOrder(live);
  let allowed: ReadonlySet<StatementId> | null = found;
  if (query.check) {
    const checked = new Set((yield* checkSteps(all, live, misplaced))[query.check]);
    allowed = found ? new Set([...found].filter((id) => checked.has(id))) : checked;
  }
  const fits = predicateOf(query.filter, attributes, live);
  const fitting: Statement[] = [];
  yield* stepping(all, (statement) => {
    if ((allowed?.has(statement.id) ?? true) && fits(statement)) fitting.push(statement);
  });
  const sorted = yield* sortedSteps(fitting, query.sort, attributes, live);
  const groups =
    query.group === "" ? null : yield* groupSteps(sorted, query.group, attributes, live);
  if (!groups) return { statements: sorted, groups: null };
  const once = new Set<Statement>();
  yield* stepping(groups, (group) => {
    for (const statement of group.statements) once.add(statement);
  });
  return { statements: [...once], groups };
}
