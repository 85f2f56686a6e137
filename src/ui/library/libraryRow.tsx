import { Pencil } from "lucide-react";
import type { Article } from "../../model/article.ts";
import type { Field } from "../../model/field.ts";
import { dateText } from "../parts/dateText.ts";
import { addressOf, start } from "../route.ts";
import { fieldText } from "../parts/fieldInput.tsx";
import { groupable, type LibraryFilter, type LibraryRow } from "./libraryRows.ts";

interface Placed {
  /** Its place among the rows shown, from 0. */
  readonly index: number;
  /** Pixels from the top of the table's body. */
  readonly top: number;
}

interface ArticleRowProps extends Placed {
  readonly article: Article;
  readonly fields: readonly Field[];
  readonly count: number;
  readonly chosen: boolean;
  /** `extend`: all between the one chosen before and this one. */
  readonly onChoose: (extend: boolean) => void;
  readonly onDetails: () => void;
}

/** One article of the Library; its title is the link to its text. */
export function ArticleRow({ article, fields, count, index, top, ...props }: ArticleRowProps) {
  const title = article.title || "Untitled article";
  return (
    <div
      role="row"
      className="library-row"
      aria-rowindex={index + 2}
      aria-selected={props.chosen}
      ref={(row) => row?.style.setProperty("translate", `0 ${top}px`)}
    >
      <span role="cell">
        <input
          type="checkbox"
          aria-label={`Choose “${title}”`}
          checked={props.chosen}
          onChange={() => undefined}
          onClick={(event) => props.onChoose(event.shiftKey)}
        />
      </span>
      <span role="cell" className="library-title" dir="auto">
        <a
          title={title}
          href={addressOf({ ...start, projectId: article.projectId, articleId: article.id })}
        >
          {title}
        </a>
        {/^https?:\/\//.test(article.url) && (
          <a className="library-url" href={article.url} target="_blank" rel="noreferrer noopener">
            {new URL(article.url).hostname}
          </a>
        )}
      </span>
      <Cell words={article.publisher} />
      <Cell words={dateText(article.publishedAt)} />
      <Cell words={article.byline} />
      <Cell words={article.place} />
      <Cell words={article.section} />
      <Cell words={article.language} />
      <Cell words={article.progress} />
      <span role="cell" className="library-number">
        {count.toLocaleString()}
      </span>
      {fields.map((field) => (
        <Cell key={field.id} words={fieldText(article.fields[field.id])} />
      ))}
      <Cell words={article.note} />
      <span role="cell">
        <button
          type="button"
          className="button plain small icon"
          aria-label={`Details of “${title}”`}
          onClick={props.onDetails}
        >
          <Pencil size={14} aria-hidden />
        </button>
      </span>
    </div>
  );
}

function Cell({ words }: { readonly words: string }) {
  return (
    <span role="cell" className="library-cell" dir="auto" title={words || undefined}>
      {words}
    </span>
  );
}

interface GroupRowProps extends Placed {
  readonly row: LibraryRow & { kind: "group" };
  readonly by: LibraryFilter["group"];
}

/** The head of a group, with how many articles it has. */
export function GroupRow({ row, by, index, top }: GroupRowProps) {
  const name = by === "month" ? dateText(row.name) : row.name;
  const known = groupable.find((part) => part === by);
  const none = by === "month" ? "No date" : `No ${known ?? "value"}`;
  return (
    <div
      role="row"
      className="library-group"
      aria-rowindex={index + 2}
      ref={(element) => element?.style.setProperty("translate", `0 ${top}px`)}
    >
      <span role="cell">
        <strong dir="auto">{name || none}</strong> {row.count.toLocaleString()}
      </span>
    </div>
  );
}
