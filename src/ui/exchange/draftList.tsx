import type { Article } from "../../model/article.ts";
import { blockCountOf, textOf } from "../../model/document.ts";
import { ArticleFields } from "../parts/articleFields.tsx";
import type { ImportSession } from "./importSession.ts";
import type { ArticleDraft, Like } from "./importState.ts";

interface DraftListProps {
  readonly drafts: readonly ArticleDraft[];
  readonly onChange: ImportSession["change"];
  readonly onOpenArticle: (article: Article) => void;
}

/** The articles that were read, each to be corrected before it is saved. */
export function DraftList({ drafts, onChange, onOpenArticle }: DraftListProps) {
  return drafts.map((draft) => (
    <section key={draft.key} className="draft">
      <DraftDetails draft={draft} onChange={onChange} onOpenArticle={onOpenArticle} />
    </section>
  ));
}

interface DraftDetailsProps extends Omit<DraftListProps, "drafts"> {
  readonly draft: ArticleDraft;
}

/** One article that was read: what it says of itself, what to know of it, how it begins. */
export function DraftDetails({ draft, onChange, onOpenArticle }: DraftDetailsProps) {
  const { like, found } = draft;
  return (
    <>
      {like && (
        <div className="draft-same" role="alert">
          <span>
            <strong>{likeText(like)}</strong>
            {like.publisher && ` (${like.publisher})`}.
          </span>
          {like.article && (
            <button
              type="button"
              className="button small"
              onClick={() => like.article && onOpenArticle(like.article)}
            >
              Open it
            </button>
          )}
          <label className="draft-include">
            <input
              type="checkbox"
              checked={draft.include}
              onChange={(event) => onChange(draft.key, { include: event.target.checked })}
            />
            {like.exact ? "Add it again all the same" : "Add it"}
          </label>
        </div>
      )}
      <p className="draft-source">
        <strong>{draft.source}</strong>
        <span>
          {draft.words.toLocaleString()} words · {blockCountOf(found.document).toLocaleString()}{" "}
          paragraphs
        </span>
      </p>
      {found.remarks.length > 0 && (
        <ul className="draft-remarks">
          {found.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <ArticleFields
        value={draft.metadata}
        onChange={(metadata) => onChange(draft.key, { metadata })}
        dateHint={dateHint(draft)}
      />
      <p className="draft-text" dir="auto">
        {textOf(found.document).slice(0, 280)}
      </p>
    </>
  );
}

/** What a text is the same as, in words. */
function likeText({ exact, share, article, title }: Like): string {
  const where = article ? "in the project" : "among these articles";
  const name = `“${title || "Untitled article"}”`;
  return exact
    ? `This text is already ${where}, as ${name}`
    : `${Math.round(share * 100)} % of this text also stand ${where}, in ${name}`;
}

/** The words of a date that were not enough for one. */
function dateHint({ found }: ArticleDraft): string {
  const reading = found.readings.find(
    ({ field, value }) => field === "publishedAt" && value === "",
  );
  return reading ? reading.remark || reading.words : "";
}
