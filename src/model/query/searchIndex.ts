import { holds, type Anchor } from "../anchor.ts";
import type { ArticleId, StatementId } from "../id.ts";
import { stepping, type Steps } from "./slices.ts";
import { SearchableText, type Place, type Sought } from "./sought.ts";

/** What of a statement can be searched. */
export interface SearchedStatement {
  readonly id: StatementId;
  readonly articleId: ArticleId;
  readonly ranges: readonly Anchor[];
  readonly note: string;
  /** Ids of its article and of the entries of the codebook that it names. */
  readonly names: readonly string[];
}

/** A place where what is sought stands, with the words round it. */
export interface Hit extends Place {
  readonly articleId: ArticleId;
  /** The statement whose note it stands in; null in an article text, which its place counts in. */
  readonly noteOf: StatementId | null;
  /** The first statement, in the order of the text, that covers some of it; null when none does. */
  readonly within: StatementId | null;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Code units of context on each side of a hit: what fits on a wide line. */
const contextLength = 90;

/** Shown at most; all are counted. More than a person reads, few enough to send at once. */
export const mostHits = 5000;

export interface HitList {
  readonly hits: readonly Hit[];
  /** All there are, those not listed among them. */
  readonly count: number;
  readonly articles: number;
}

/** The statements that have all that is sought in their quote, their note or a name. */
export function* statementSteps(
  statements: Iterable<SearchedStatement>,
  names: ReadonlyMap<string, string>,
  sought: Sought,
): Steps<StatementId[]> {
  const terms = [...sought.terms, ...sought.without];
  // A name is searched once, not once for each statement that has it.
  const named = terms.map(() => new Set<string>());
  yield* stepping(names, ([id, name]) => {
    const text = new SearchableText(name, sought.folding);
    for (const [i, term] of terms.entries()) if (text.has(term)) named[i]?.add(id);
  });
  const found: StatementId[] = [];
  yield* stepping(statements, (statement) => {
    const words = [statement.ranges.map(({ exact }) => exact).join(" … "), statement.note]
      .filter(Boolean)
      .map((text) => new SearchableText(text, sought.folding));
    const fits = terms.every((term, i) => {
      const there =
        statement.names.some((id) => named[i]?.has(id)) || words.some((text) => text.has(term));
      return there === i < sought.terms.length;
    });
    if (fits) found.push(statement.id);
  });
  return found;
}

/** Gathers hits, article by article, until there are as many as are shown; counts the rest. */
export class HitGatherer {
  readonly #sought: Sought;
  readonly #only: ReadonlySet<StatementId> | null;
  readonly #hits: Hit[] = [];
  #count = 0;
  #articles = 0;

  /** @param only the statements in whose words and notes it looks; null for all texts and notes */
  constructor(sought: Sought, only: ReadonlySet<StatementId> | null = null) {
    this.#sought = sought;
    this.#only = only;
  }

  get list(): HitList {
    return { hits: this.#hits, count: this.#count, articles: this.#articles };
  }

  /** The hits in an article's text, and then those in the notes of its statements. */
  add(articleId: ArticleId, text: SearchableText, all: readonly SearchedStatement[]): void {
    const before = this.#count;
    const only = this.#only;
    const statements = only ? all.filter(({ id }) => only.has(id)) : all;
    if (only && statements.length === 0) return;
    for (const place of this.#placesIn(text))
      this.#keep(articleId, text.text, place, null, statements);
    for (const statement of statements) {
      if (statement.note === "") continue;
      const note = new SearchableText(statement.note, this.#sought.folding);
      for (const place of this.#placesIn(note))
        this.#keep(articleId, note.text, place, statement.id, statements);
    }
    if (this.#count > before) this.#articles += 1;
  }

  /** In the order of the text; only where all is that is sought, and nothing that must not be. */
  #placesIn(text: SearchableText): Place[] {
    const { terms, without } = this.#sought;
    if (terms.length === 0 || without.some((term) => text.has(term))) return [];
    const places: Place[] = [];
    for (const term of terms) {
      const before = places.length;
      for (const place of text.places(term)) places.push(place);
      if (places.length === before) return [];
    }
    return terms.length === 1
      ? places
      : places.toSorted((a, b) => a.start - b.start || a.end - b.end);
  }

  #keep(
    articleId: ArticleId,
    text: string,
    { start, end }: Place,
    noteOf: StatementId | null,
    statements: readonly SearchedStatement[],
  ): void {
    const full = this.#hits.length >= mostHits;
    // Words that a correction took out of the text cover none of it.
    const covers = (range: Anchor) => range.start < end && start < range.end && holds(text, range);
    const within =
      noteOf ?? (full && !this.#only ? null : statements.find((s) => s.ranges.some(covers))?.id);
    if (this.#only && !within) return;
    this.#count += 1;
    if (full) return;
    this.#hits.push({
      articleId,
      start,
      end,
      noteOf,
      within: within ?? null,
      before: text.slice(Math.max(0, start - contextLength), start).toWellFormed(),
      words: text.slice(start, end),
      after: text.slice(end, end + contextLength).toWellFormed(),
    });
  }
}

/** The statements of an article whose words are not where they were marked. */
export function misplaced(text: string, statements: readonly SearchedStatement[]): StatementId[] {
  return statements
    .filter(({ ranges }) => ranges.some((anchor) => !holds(text, anchor)))
    .map(({ id }) => id);
}
