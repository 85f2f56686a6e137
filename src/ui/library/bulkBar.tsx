import { useState } from "react";
import { progresses } from "../../model/article.ts";
import type { Field } from "../../model/field.ts";
import type { ArticleId } from "../../model/id.ts";
import { deleteArticles, editArticles, type ArticlePart } from "../../store/articles.ts";
import type { Actor } from "../../store/store.ts";
import { notice, orNotice } from "../parts/notices.tsx";
import { FieldInput, fieldValue } from "../parts/fieldInput.tsx";
import { undoAndSay } from "../shell/undoing.ts";

interface BulkBarProps {
  readonly actor: Actor;
  readonly ids: readonly ArticleId[];
  readonly fields: readonly Field[];
  readonly onDone: () => void;
}

const parts = [
  ["progress", "progress"],
  ["publisher", "publisher"],
  ["section", "section"],
  ["language", "language"],
  ["publishedAt", "date"],
  ["place", "place"],
  ["byline", "byline"],
] as const;

/** What can be done with the articles that are chosen: one value for all of them, or deletion. */
export function BulkBar({ actor, ids, fields, onDone }: BulkBarProps) {
  const [part, setPart] = useState<string>("progress");
  const [words, setWords] = useState("");
  const field = fields.find(({ id }) => id === part);
  const takeBack = { label: "Undo", act: () => void undoAndSay(actor) };
  const many = ids.length === 1 ? "1 article" : `${ids.length.toLocaleString()} articles`;

  const change = (): ArticlePart | null => {
    if (field) {
      const value = fieldValue(field, words);
      return value === undefined ? null : { part: "field", fieldId: field.id, value };
    }
    if (part === "progress") {
      const progress = progresses.find((each) => each === words) ?? progresses[0];
      return { part, value: progress };
    }
    const named = parts.find(([name]) => name === part)?.[0];
    return named && named !== "progress" ? { part: named, value: words.trim() } : null;
  };
  const apply = async () => {
    const wanted = change();
    const changed = wanted && (await orNotice(editArticles(actor, ids, wanted)));
    if (changed !== undefined && changed !== null)
      notice(
        changed === 1 ? "1 article changed" : `${changed.toLocaleString()} articles changed`,
        takeBack,
      );
  };
  const remove = async () => {
    const statements = await orNotice(deleteArticles(actor, ids));
    if (statements === undefined) return;
    onDone();
    const lost = statements === 1 ? "1 statement" : `${statements.toLocaleString()} statements`;
    notice(statements === 0 ? `${many} deleted` : `${many} deleted, with ${lost}`, takeBack);
  };

  return (
    <form
      className="library-bulk"
      aria-label="Change the chosen articles"
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <strong>{many} chosen</strong>
      <label className="library-inline">
        Set
        <select
          className="field"
          value={part}
          onChange={(event) => {
            setPart(event.target.value);
            setWords("");
          }}
        >
          {parts.map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
          {fields.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {field ? (
        <FieldInput field={field} value={words} onChange={setWords} />
      ) : (
        <label className="library-inline">
          to
          {part === "progress" ? (
            <select
              className="field"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            >
              {progresses.map((progress) => (
                <option key={progress} value={progress}>
                  {progress}
                </option>
              ))}
            </select>
          ) : (
            <input
              className="field"
              dir="auto"
              value={words}
              placeholder={part === "publishedAt" ? "YYYY-MM-DD" : "empty"}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </label>
      )}
      <button type="submit" className="button primary small">
        Set for {many}
      </button>
      <button type="button" className="button danger small" onClick={() => void remove()}>
        Delete {many}
      </button>
      <button type="button" className="button plain small" onClick={onDone}>
        Choose none
      </button>
    </form>
  );
}
