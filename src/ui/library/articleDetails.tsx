import { useState } from "react";
import type { Article, Metadata } from "../../model/article.ts";
import { fieldsOn } from "../../model/field.ts";
import { deleteArticles, editArticle } from "../../store/articles.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { undo } from "../../store/undo.ts";
import { useRecords } from "../live.ts";
import { ArticleFields, isDate } from "../parts/articleFields.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { OwnFields, typedFields, valuesTyped, type TypedFields } from "../parts/ownFields.tsx";

interface ArticleDetailsProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly article: Article;
  readonly onClose: () => void;
}

/** What an article says of itself, its note and its fields, to be corrected; and its deletion. */
export function ArticleDetails({ live, actor, article, onClose }: ArticleDetailsProps) {
  const [metadata, setMetadata] = useState<Metadata>(article);
  const [note, setNote] = useState(article.note);
  const fields = fieldsOn(useRecords(live, "fields"), "article");
  const [typed, setTyped] = useState<TypedFields>(() => typedFields(fields, article.fields));
  const values = valuesTyped(fields, typed);
  const save = async () => {
    if (!values) return;
    const details = { metadata, note: note.trim(), fields: values };
    if (await orNotice(editArticle(actor, article.id, details))) onClose();
  };
  const remove = async () => {
    if ((await orNotice(deleteArticles(actor, [article.id]))) === undefined) return;
    onClose();
    notice("Article deleted, with its statements", {
      label: "Bring it back",
      act: () => void orNotice(undo(actor)),
    });
  };
  return (
    <Dialog
      title="Article details"
      size="large"
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button danger start" onClick={() => void remove()}>
            Delete article
          </button>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button
            type="button"
            className="button primary"
            disabled={!isDate(metadata.publishedAt) || !values}
            onClick={() => void save()}
          >
            Save details
          </button>
        </>
      }
    >
      <ArticleFields value={metadata} onChange={setMetadata} />
      <OwnFields fields={fields} typed={typed} onChange={setTyped} />
      <label className="stacked">
        <span className="label">Note</span>
        <textarea
          className="field"
          rows={2}
          dir="auto"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
    </Dialog>
  );
}
