import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState } from "react";
import type { Article } from "../../model/article.ts";
import { folded } from "../../model/name.ts";
import { dateText } from "../parts/dateText.ts";
import { DraftDetails } from "./draftList.tsx";
import type { ImportSession } from "./importSession.ts";
import type { ArticleDraft } from "./importState.ts";
import "./draftTable.css";

interface DraftTableProps {
  readonly drafts: readonly ArticleDraft[];
  readonly session: ImportSession;
  readonly onOpenArticle: (article: Article) => void;
}

type Shown = "all" | "to check" | "not chosen";

/** Many articles that were read: chosen or not, what to check of each, and one of them in full. */
export function DraftTable({ drafts, session, onOpenArticle }: DraftTableProps) {
  const [shownKind, setShownKind] = useState<Shown>("all");
  const [sought, setSought] = useState("");
  const [openKey, setOpenKey] = useState<string | null>(null);
  const words = folded(sought);
  const shown = drafts.filter(
    (draft) =>
      (shownKind === "all" ||
        (shownKind === "to check" ? remarksOf(draft).length > 0 : !draft.include)) &&
      folded(`${draft.metadata.title} ${draft.metadata.publisher} ${draft.source}`).includes(words),
  );
  const scroller = useRef<HTMLDivElement>(null);
  // Its values change with each scroll, as they should.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 46,
    overscan: 6,
  });
  const chosen = shown.filter(({ include }) => include).length;
  const open = drafts.find(({ key }) => key === openKey);
  return (
    <section className="drafts" aria-label="Articles that were read">
      <div className="drafts-bar">
        <label className="draft-include">
          <input
            type="checkbox"
            ref={(box) => {
              if (box) box.indeterminate = chosen > 0 && chosen < shown.length;
            }}
            checked={chosen > 0 && chosen === shown.length}
            onChange={(event) =>
              session.includeAll(
                shown.map(({ key }) => key),
                event.target.checked,
              )
            }
          />
          Choose all {shown.length.toLocaleString()} shown
        </label>
        <select
          className="field"
          aria-label="Show"
          value={shownKind}
          onChange={(event) => setShownKind(event.target.value as Shown)} // its options are these
        >
          <option value="all">All</option>
          <option value="to check">Those to check</option>
          <option value="not chosen">Not chosen</option>
        </select>
        <input
          className="field"
          type="search"
          aria-label="Find among them"
          placeholder="Find among them"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </div>
      <div
        ref={scroller}
        className="drafts-scroll"
        role="table"
        aria-label="Articles that were read"
        aria-rowcount={shown.length}
        tabIndex={0}
      >
        <div role="rowgroup" className="drafts-body" ref={heightRef(rows.getTotalSize())}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const draft = shown[index];
            return (
              draft && (
                <DraftRow
                  key={draft.key}
                  draft={draft}
                  index={index}
                  top={start}
                  open={draft.key === openKey}
                  session={session}
                  onOpen={() => setOpenKey(draft.key === openKey ? null : draft.key)}
                />
              )
            );
          })}
        </div>
      </div>
      {open && (
        <div className="draft">
          <DraftDetails draft={open} onChange={session.change} onOpenArticle={onOpenArticle} />
        </div>
      )}
    </section>
  );
}

interface DraftRowProps {
  readonly draft: ArticleDraft;
  readonly index: number;
  readonly top: number;
  readonly open: boolean;
  readonly session: ImportSession;
  readonly onOpen: () => void;
}

function DraftRow({ draft, index, top, open, session, onOpen }: DraftRowProps) {
  const { metadata, key, include } = draft;
  const title = metadata.title || "Untitled article";
  return (
    <div
      role="row"
      className="drafts-row"
      aria-rowindex={index + 1}
      ref={(row) => row?.style.setProperty("translate", `0 ${top}px`)}
    >
      <span role="cell">
        <input
          type="checkbox"
          aria-label={`Add “${title}”`}
          checked={include}
          onChange={(event) => session.change(key, { include: event.target.checked })}
        />
      </span>
      <span role="cell" className="drafts-title">
        <button type="button" aria-expanded={open} onClick={onOpen} dir="auto">
          {title}
        </button>
        <small>{draft.source}</small>
      </span>
      <span role="cell" className="drafts-about">
        {[metadata.publisher, dateText(metadata.publishedAt)].filter(Boolean).join(" · ")}
      </span>
      <span role="cell" className="drafts-words">
        {draft.words.toLocaleString()} words
      </span>
      <span role="cell" className="drafts-check">
        {remarksOf(draft).join("; ")}
      </span>
    </div>
  );
}

/** What a person should look at before the article is added. */
function remarksOf({ like, found, metadata }: ArticleDraft): string[] {
  const name = like ? `“${like.title || "Untitled article"}”` : "";
  const source = like?.publisher ? `${name} (${like.publisher})` : name;
  return [
    ...(like
      ? [like.exact ? `same text as ${source}` : `${Math.round(like.share * 100)} % as ${source}`]
      : []),
    ...(metadata.title === "" ? ["no title"] : []),
    ...found.remarks,
    ...found.readings.flatMap(({ field, remark }) =>
      remark !== "" && metadata[field] === "" ? [remark] : [],
    ),
  ];
}

function heightRef(height: number) {
  return (element: HTMLElement | null) => element?.style.setProperty("height", `${height}px`);
}
