import "../../withoutEval.ts";
import type { ArticleId, StatementId, TextId } from "../../model/id.ts";
import type { Folding } from "../../model/query/folding.ts";
import {
  HitGatherer,
  misplaced,
  statementSteps,
  type SearchedStatement,
} from "../../model/query/searchIndex.ts";
import { parseSought, SearchableText, type Sought } from "../../model/query/sought.ts";
import { Database } from "../../store/database.ts";
import type { FromSearch, SearchedArticle, SearchJob, ToSearch } from "./searchWords.ts";

/** Texts read from the storage in one go. */
const page = 64;
/** Milliseconds between words to the page, which takes a longer silence for an expression without end. */
const report = 100;

let db: Database | null = null;
let articles: readonly SearchedArticle[] = [];
let names: ReadonlyMap<string, string> = new Map();
const statements = new Map<StatementId, SearchedStatement>();
let byArticle: Map<ArticleId, SearchedStatement[]> | null = null;
/** Article texts, read once; folded as the last search that read them asked. */
const texts = new Map<TextId, SearchableText>();
let foldedAs = "";
let wanted = 0;

globalThis.addEventListener("message", ({ data }: MessageEvent<ToSearch>) => {
  switch (data.say) {
    case "open":
      db = new Database(data.database);
      break;
    case "statements":
      for (const id of data.gone) statements.delete(id);
      for (const statement of data.changed) statements.set(statement.id, statement);
      byArticle = null;
      break;
    case "articles":
      articles = data.articles;
      break;
    case "names":
      names = data.names;
      break;
    case "find":
      wanted = data.number;
      void find(data.number, data.job);
      break;
    case "stop":
      if (wanted === data.number) wanted = 0;
      break;
  }
});

function tell(words: FromSearch): void {
  postMessage(words);
}

/** Stops without a word when another job takes its place. */
async function find(number: number, job: SearchJob): Promise<void> {
  try {
    if (job.find === "misplaced") return await findMisplaced(number);
    const sought = parseSought(job.typed, job.folding);
    if (!sought.ok) return tell({ number, say: "failed", message: sought.problem.what });
    if (job.find === "statements") await findStatements(number, sought.value);
    else await findHits(number, sought.value, job.only && new Set(job.only));
  } catch (error) {
    tell({
      number,
      say: "failed",
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

async function findStatements(number: number, sought: Sought): Promise<void> {
  const steps = statementSteps(statements.values(), names, sought);
  for (let last = performance.now(); ;) {
    const step = steps.next();
    if (step.done) return tell({ number, say: "statements", ids: step.value });
    if (performance.now() - last < report) continue;
    tell({ number, say: "going on", hits: null, share: 0 });
    await nextTask();
    if (wanted !== number) return;
    last = performance.now();
  }
}

async function findHits(
  number: number,
  sought: Sought,
  only: ReadonlySet<StatementId> | null,
): Promise<void> {
  const gatherer = new HitGatherer(sought, only);
  const whole = await eachText(
    number,
    sought.folding,
    () => gatherer.list,
    (article, text, inIt) => {
      gatherer.add(article.id, text, inIt);
    },
  );
  if (whole) tell({ number, say: "hits", hits: gatherer.list });
}

async function findMisplaced(number: number): Promise<void> {
  const ids: StatementId[] = [];
  const asItIs = { matchCase: true, matchAccents: true };
  const whole = await eachText(
    number,
    asItIs,
    () => null,
    (_, text, inIt) => {
      ids.push(...misplaced(text.text, inIt));
    },
  );
  if (whole) tell({ number, say: "statements", ids });
}

/** Goes through the article texts; false when it was told to stop. */
async function eachText(
  number: number,
  folding: Folding,
  soFar: () => HitGatherer["list"] | null,
  visit: (
    article: SearchedArticle,
    text: SearchableText,
    statements: readonly SearchedStatement[],
  ) => void,
): Promise<boolean> {
  const list = articles;
  let last = performance.now();
  for (let at = 0; at < list.length; at += page) {
    const some = list.slice(at, at + page);
    await readTexts(some, folding);
    for (const article of some) {
      if (wanted !== number) return false;
      const text = texts.get(article.textId);
      if (text) visit(article, text, grouped().get(article.id) ?? []);
      if (performance.now() - last < report) continue;
      tell({ number, say: "going on", hits: soFar(), share: at / list.length });
      await nextTask();
      last = performance.now();
    }
  }
  return wanted === number;
}

function grouped(): Map<ArticleId, SearchedStatement[]> {
  byArticle ??= Map.groupBy(statements.values(), ({ articleId }) => articleId);
  return byArticle;
}

async function readTexts(some: readonly SearchedArticle[], folding: Folding): Promise<void> {
  const asked = `${folding.matchCase} ${folding.matchAccents}`;
  if (asked !== foldedAs)
    for (const [id, { text }] of texts) texts.set(id, new SearchableText(text, folding));
  foldedAs = asked;
  const missing = some.map(({ textId }) => textId).filter((id) => !texts.has(id));
  if (missing.length === 0 || !db) return;
  for (const read of await db.texts.bulkGet(missing))
    if (read) texts.set(read.id, new SearchableText(read.text, folding));
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
