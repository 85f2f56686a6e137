import { Archive, GitMerge, Plus, Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import { fieldsOn } from "../../model/field.ts";
import type { TopicId } from "../../model/id.ts";
import { archiveEntries } from "../../store/codebookEntries.ts";
import { moveTopic } from "../../store/codebookTopics.ts";
import { moveField } from "../../store/codebookFields.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { notice, orNotice } from "../parts/notices.tsx";
import { useNarrow } from "../parts/useNarrow.ts";
import { CodebookFileMenu } from "./codebookFileMenu.tsx";
import type { Asking } from "./codebookView.tsx";
import { plural, type Counts } from "./counts.ts";
import { nouns } from "./entryDetail.tsx";
import { EntryRows } from "./entryRows.tsx";
import type { Zone } from "./entryRow.tsx";
import { openPlace, type Place } from "./place.ts";
import { arrowMove, dropMove, type Move } from "./rows.ts";
import { TabList } from "./tabList.tsx";
import { useEntries } from "./useEntries.ts";

interface EntryListProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly place: Place;
  readonly counts: Counts;
  readonly onAsk: (asking: Asking) => void;
  /** The entry that is opened is to be edited at once. */
  readonly onEdit: () => void;
}

/** Below this width an entry opens over the list (px; the style sheet has the same). */
const narrow = 760;

/** The entries of a tab: search, the tree or list, the archived ones, and what is done to several. */
export function EntryList({ live, actor, place, counts, onAsk, onEdit }: EntryListProps) {
  const { tab } = place;
  const noun = nouns[tab];
  const covers = useNarrow(narrow);
  const [sought, setSought] = useState("");
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => ({ sought, collapsed }), [sought, collapsed]);
  const { rows, archived } = useEntries(live, tab, shown);
  const there = new Set(rows.map(({ id }) => id));
  const several = [...chosen].filter((id) => there.has(id));

  const open = (id: string, how: "show" | "edit") => {
    openPlace(live, { tab, entry: id }, covers ? "push" : "replace");
    if (how === "edit") onEdit();
  };
  const expand = (id: string, expanded: boolean) => {
    const next = new Set(collapsed);
    if (expanded) next.delete(id);
    else next.add(id);
    setCollapsed(next);
  };
  const move = (to: Move | null) => {
    if (!to) return;
    if (to.parentId !== null) expand(to.parentId, true);
    void orNotice(moveTopic(actor, to.id, to.parentId, to.index));
  };
  const onArrow = (id: string, way: "up" | "down" | "in" | "out") => {
    if (tab === "fields") return moveFieldBy(id, way);
    const topic = live.get("topics", id);
    if (topic) move(arrowMove(live.all("topics"), topic, way));
  };
  const moveFieldBy = (id: string, way: "up" | "down" | "in" | "out") => {
    const field = live.get("fields", id);
    if (!field || way === "in" || way === "out") return;
    const at = fieldsOn(live.all("fields"), field.on).findIndex((one) => one.id === id);
    void orNotice(moveField(actor, field.id, way === "up" ? at - 1 : at + 1));
  };
  const onDrop = (id: string, targetId: string, zone: Zone) => {
    const target = live.get("topics", targetId);
    if (target) move(dropMove(live.all("topics"), id as TopicId, target, zone)); // rows of topics alone are dragged
  };
  const archive = async () => {
    const count = await orNotice(archiveEntries(actor, tab, several, true));
    if (count === undefined) return;
    setChosen(new Set());
    notice(`${plural(count, noun)} archived`);
  };

  return (
    <section className="codebook-list" aria-label={`All ${noun}s`}>
      <TabList live={live} current={tab} />
      <div id="codebook-panel" role="tabpanel" aria-labelledby={`codebook-tab-${tab}`}>
        <div className="codebook-bar">
          <input
            className="field"
            type="search"
            aria-label={`Search ${noun}s`}
            placeholder={`Search ${noun}s`}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
          <button
            type="button"
            className="button primary"
            onClick={() => onAsk({ what: "new", parentId: null })}
          >
            <Plus size={14} aria-hidden /> New {noun}
          </button>
          <CodebookFileMenu live={live} onImport={() => onAsk({ what: "import" })} />
        </div>
        {rows.length === 0 ? (
          <p className="codebook-none">
            {sought
              ? `No ${noun} has these words.`
              : `No ${noun} yet. Make the first one here${tab === "topics" || tab === "speakers" ? ", or by typing its name while tagging" : ""}.`}
          </p>
        ) : (
          <EntryRows
            key={sought} // another search is another list, shown from its top
            label={`${noun.charAt(0).toUpperCase()}${noun.slice(1)}s`}
            rows={rows}
            nested={tab === "topics"}
            movable={tab === "topics" || tab === "fields"}
            follows={!covers}
            openId={place.entry}
            chosen={chosen}
            countOf={(id) => counts.get(id)?.statements ?? 0}
            onOpen={open}
            onChoose={setChosen}
            onExpand={expand}
            onArrow={onArrow}
            onDrop={onDrop}
            onDelete={(id) => onAsk({ what: "delete", ids: several.length > 0 ? several : [id] })}
          />
        )}
        {archived.length > 0 && (
          <details className="codebook-archived">
            <summary>Archived ({archived.length.toLocaleString("en")})</summary>
            <ul>
              {archived.map(({ id, name }) => (
                <li key={id}>
                  <button
                    type="button"
                    className="button plain small"
                    onClick={() => open(id, "show")}
                  >
                    <span dir="auto">{name}</span>
                  </button>
                </li>
              ))}
            </ul>
          </details>
        )}
        {several.length > 1 ? (
          <div className="codebook-several" role="group" aria-label="What is chosen">
            <span>{several.length} chosen</span>
            <button
              type="button"
              className="button small"
              onClick={() => onAsk({ what: "merge", ids: several })}
            >
              <GitMerge size={13} aria-hidden /> Merge …
            </button>
            <button type="button" className="button small" onClick={() => void archive()}>
              <Archive size={13} aria-hidden /> Archive
            </button>
            <button
              type="button"
              className="button small danger"
              onClick={() => onAsk({ what: "delete", ids: several })}
            >
              <Trash2 size={13} aria-hidden /> Delete …
            </button>
          </div>
        ) : (
          <p className="codebook-keys form-hint">
            <span>
              <kbd>F2</kbd> edit
            </span>
            <span>
              <kbd>Space</kbd> choose several
            </span>
            {(tab === "topics" || tab === "fields") && (
              <span>
                <kbd>Alt</kbd> <kbd>↑↓{tab === "topics" ? "←→" : ""}</kbd> move
              </span>
            )}
          </p>
        )}
      </div>
    </section>
  );
}
