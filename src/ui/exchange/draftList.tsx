import type { Article } from "../../model/article.ts";
import { textOf } from "../../model/document.ts";
import { ArticleFields } from "../parts/articleFields.tsx";
import { ProblemText } from "../parts/problemText.tsx";
import type { Draft } from "./drafts.ts";

interface DraftListProps {
  readonly drafts: readonly Draft[];
  readonly onChange: (draft: Draft) => void;
  readonly onOpenArticle: (article: Article) => void;
  readonly onMerge: (draft: Draft & { kind: "project" }) => void;
  readonly onOpenProject: (draft: Draft & { kind: "project" }, asCopy: boolean) => void;
}

/** What was read, to be corrected before it is saved. */
export function DraftList({
  drafts,
  onChange,
  onOpenArticle,
  onMerge,
  onOpenProject,
}: DraftListProps) {
  return drafts.map((draft) => (
    <section key={draft.key} className="draft">
      {draft.kind === "problem" && <ProblemText problem={draft.problem} />}
      {draft.kind === "project" && (
        <>
          <h3>Project “{draft.bundle.project.name}”</h3>
          <p>
            {draft.bundle.articles.length} articles, {draft.bundle.statements.length} statements,{" "}
            {draft.bundle.speakers.length} speakers, {draft.bundle.topics.length} topics. It becomes
            a project of its own beside the one that is open.
          </p>
          <div className="draft-actions">
            <button
              type="button"
              className="button primary"
              onClick={() => onOpenProject(draft, false)}
            >
              Add and open project
            </button>
            <button type="button" className="button" onClick={() => onOpenProject(draft, true)}>
              As a copy
            </button>
            <button type="button" className="button" onClick={() => onMerge(draft)}>
              Merge into this project …
            </button>
          </div>
        </>
      )}
      {draft.kind === "article" && (
        <>
          {draft.same && (
            <div className="draft-same" role="alert">
              <span>
                <strong>This text is already in the project</strong>, as “
                {draft.same.title || "Untitled article"}”.
              </span>
              <button
                type="button"
                className="button small"
                onClick={() => draft.same && onOpenArticle(draft.same)}
              >
                Open it
              </button>
              <label className="draft-include">
                <input
                  type="checkbox"
                  checked={draft.include}
                  onChange={(event) => onChange({ ...draft, include: event.target.checked })}
                />
                Add it again all the same
              </label>
            </div>
          )}
          <p className="draft-source">
            <strong>{draft.source}</strong>
            <span>
              {draft.words.toLocaleString()} words ·{" "}
              {draft.found.document.childCount.toLocaleString()} paragraphs
            </span>
          </p>
          <ArticleFields
            value={draft.metadata}
            onChange={(metadata) => onChange({ ...draft, metadata })}
            dateHint={dateHint(draft)}
          />
          <p className="draft-text" dir="auto">
            {textOf(draft.found.document).slice(0, 280)}
          </p>
        </>
      )}
    </section>
  ));
}

/** The words of a date that were not enough for one. */
function dateHint(draft: Draft & { kind: "article" }): string {
  const reading = draft.found.readings.find(
    ({ field, value }) => field === "publishedAt" && value === "",
  );
  return reading ? reading.remark || reading.words : "";
}
