import type { Node } from "prosemirror-model";
import { hashOf, type Article, type ArticleText } from "../model/article.ts";
import { corrected, effectOf, type Correction } from "../model/correction.ts";
import { textOf } from "../model/document.ts";
import { newId } from "../model/id.ts";
import type { Result } from "../model/problem.ts";
import { commit, Refusal } from "./commit.ts";
import type { Actor } from "./store.ts";

/**
 * Gives an article a corrected text. All its statements go with their words, those too that another
 * tab added meanwhile; one whose words are gone is kept as lost.
 *
 * @param article as it was when the correction began: its text must still be the same
 * @param document the corrected document, whose text is `correction.after`
 */
export function correctText(
  actor: Actor,
  { id, textId }: Pick<Article, "id" | "textId">,
  document: Node,
  correction: Correction,
): Promise<Result<Article>> {
  return commit(actor, "Correct the text of an article", async (draft) => {
    const article = await draft.get("articles", id);
    const before = await draft.db.texts.get(textId);
    if (!article || !before)
      throw new Refusal(
        "This article is no longer there; it was deleted in another tab.",
        "Undo brings it back; then save the correction again.",
      );
    if (article.textId !== textId)
      throw new Refusal(
        "The text of this article was corrected meanwhile, in another tab or by undo.",
        "Copy what you wrote, cancel this correction, and correct the text as it is now.",
      );
    const words = textOf(document);
    if (words.trim() === "")
      throw new Refusal(
        "No word of the article is left.",
        "Undo some of the correction, or cancel it and delete the article instead.",
      );
    if (!words.isWellFormed() || words.includes("\r"))
      throw new Refusal(
        "The text holds half a character or a carriage return, which no file can keep.",
        "Delete the characters around the place where you typed or pasted last.",
      );
    if (words !== correction.after || before.text !== correction.before)
      throw new RangeError("The correction is of another text");
    if (document.eq(document.type.schema.nodeFromJSON(before.content))) return article;

    const text: ArticleText = {
      id: newId(),
      projectId: actor.projectId,
      content: document.toJSON() as Record<string, unknown>, // ProseMirror types its JSON as any
      text: words,
    };
    await draft.addTexts([text]);
    const changed: Article = { ...article, textId: text.id, textHash: hashOf(words) };
    await draft.put("articles", changed);
    const now = Date.now();
    const statements = await draft.db.records("statements").where({ articleId: id }).toArray();
    await draft.change("statements", statements, (statement) => {
      const after = corrected(statement, correction);
      const effect = effectOf(statement, after);
      return effect === "changed" || effect === "lost" ? { ...after, updatedAt: now } : after;
    });
    return changed;
  });
}
