import fc from "fast-check";
import { noMetadata, progresses } from "../../../src/model/article.ts";
import { documentOf } from "../../../src/model/document.ts";
import type { Result } from "../../../src/model/problem.ts";
import { quotations } from "../../../src/model/quotation.ts";
import { insidePair, trimRange } from "../../../src/model/range.ts";
import { stances } from "../../../src/model/statement.ts";
import {
  addArticles,
  deleteArticles,
  editArticle,
  setProgress,
} from "../../../src/store/articles.ts";
import { correctText } from "../../../src/store/correction.ts";
import { renameCoder } from "../../../src/store/coders.ts";
import { removeProject, renameProject, restoreProject } from "../../../src/store/projects.ts";
import {
  deleteStatements,
  editStatement,
  moveRanges,
  tagStatement,
  type Tagging,
} from "../../../src/store/statements.ts";
import type { Actor } from "../../../src/store/store.ts";
import { redo, undo } from "../../../src/store/undo.ts";
import { correctionOf } from "../correctionOf.ts";
import { recordsOf } from "./openStore.ts";

/** What a person at random does; numbers pick one of what there is at that time. */
const kinds = [
  "add",
  "tag",
  "retag",
  "move",
  "untag",
  "details",
  "progress",
  "correct",
  "delete",
  "rename",
  "coder",
  "remove",
  "restore",
] as const;

export interface RandomAction {
  readonly kind: (typeof kinds)[number] | "undo" | "redo";
  readonly pick: number;
  readonly more: number;
  readonly words: string;
}

const action = (kind: fc.Arbitrary<RandomAction["kind"]>) =>
  fc.record({
    kind,
    pick: fc.nat(1000),
    more: fc.nat(1000),
    words: fc.constantFrom("Wang Yi", "关税", "👍 e\u0301", "trade", "Ada", "tariffs"),
  });

const doing = fc.constantFrom(...kinds, "tag" as const, "tag" as const, "add" as const);
export const actions = fc.array(action(doing), { minLength: 1, maxLength: 12 });
export const actionsWithUndo = fc.array(
  action(fc.oneof(doing, fc.constantFrom("undo" as const, "redo" as const))),
  { minLength: 1, maxLength: 14 },
);

/** Does one action; null when there is nothing to do it to. */
export async function act(
  actor: Actor,
  { kind, pick, more, words }: RandomAction,
): Promise<Result<unknown> | null> {
  const { articles, statements, speakers, topics } = await recordsOf(actor.store);
  const article = articles[pick % Math.max(1, articles.length)];
  const statement = statements[pick % Math.max(1, statements.length)];
  const inText = async (textId: string | undefined) => {
    const { text = "" } =
      (textId === undefined ? undefined : await actor.store.db.texts.get(textId)) ?? {};
    const at = more % Math.max(1, text.length);
    return [trimRange(text, at, at + 5), trimRange(text, 0, at >> 1)].filter(
      (range) => range !== null,
    );
  };
  const tagging = async (textId: string | undefined): Promise<Tagging> => {
    const speaker = speakers[more % Math.max(1, speakers.length)];
    const topic = topics[more % Math.max(1, topics.length)];
    return {
      ranges: await inText(textId),
      speakers:
        more % 3 === 0
          ? []
          : more % 3 === 1 || !speaker
            ? [{ name: words }]
            : [{ id: speaker.id }, { name: words }],
      topics: [
        ...(topic ? [{ id: topic.id, stance: stances[more % 4] ?? "not set" }] : []),
        { name: words, stance: "neutral" },
      ],
      quotation: quotations[pick % 4] ?? "direct",
      note: words,
    };
  };
  switch (kind) {
    case "add": {
      const document = documentOf(`${words} said: “We oppose this.”\nNo. ${pick}`);
      const one = { metadata: { ...noMetadata, title: words }, document };
      return addArticles(actor, more % 2 === 0 ? [one] : [one, one]);
    }
    case "tag": {
      const coded = await tagging(article?.textId);
      return article && coded.ranges.length > 0 ? tagStatement(actor, article.id, coded) : null;
    }
    case "retag":
    case "move": {
      const { textId } = articles.find(({ id }) => id === statement?.articleId) ?? {};
      const coded = await tagging(textId);
      if (!statement || coded.ranges.length === 0) return null;
      return kind === "retag"
        ? editStatement(actor, statement.id, coded)
        : moveRanges(actor, statement.id, coded.ranges);
    }
    case "untag":
      return statement ? deleteStatements(actor, [statement.id]) : null;
    case "details":
      return article
        ? editArticle(actor, article.id, {
            metadata: { ...noMetadata, title: words },
            note: words,
            fields: {},
          })
        : null;
    case "progress":
      return setProgress(
        actor,
        articles.slice(pick % 3).map(({ id }) => id),
        progresses[more % 3] ?? "done",
      );
    case "correct": {
      const { text = "" } = (article && (await actor.store.db.texts.get(article.textId))) ?? {};
      if (!article) return null;
      const { correction, document } = correctionOf(text, (transform, position) => {
        // No keyboard puts the caret into the middle of a character.
        const whole = (offset: number) => (insidePair(text, offset) ? offset + 1 : offset);
        const start = more % (text.length + 1);
        const from = position(whole(start));
        const to = position(whole(Math.min(text.length, start + (pick % 9))));
        transform.replaceWith(from, to, documentOf(words).firstChild?.content ?? []);
      });
      return correctText(actor, article, document, correction);
    }
    case "delete":
      return article
        ? deleteArticles(actor, more % 3 === 0 ? articles.map(({ id }) => id) : [article.id])
        : null;
    case "rename":
      return renameProject(actor, words);
    case "coder":
      return renameCoder(actor, actor.coderId, words);
    case "remove":
      return removeProject(actor);
    case "restore":
      return restoreProject(actor);
    case "undo":
      return undo(actor);
    case "redo":
      return redo(actor);
  }
}
