import { Archive, ArchiveRestore, ArrowLeft, FolderPlus, GitMerge, Trash2 } from "lucide-react";
import type { Ref } from "react";
import { archiveEntries } from "../../store/codebookEntries.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { useRecords } from "../live.ts";
import { notice, orNotice } from "../parts/notices.tsx";
import type { Counts } from "./counts.ts";
import { FieldDetail } from "./fieldDetail.tsx";
import type { Tab } from "./place.ts";
import { OrganisationDetail, SpeakerDetail } from "./speakerDetail.tsx";
import { TopicDetail } from "./topicDetail.tsx";
import "./entryDetail.css";

/** What the form of each kind of entry is given. */
export interface DetailProps<T> {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly entry: T;
  readonly counts: Counts;
  readonly nameRef: Ref<HTMLInputElement>;
}

interface EntryDetailProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly tab: Tab;
  readonly id: string;
  readonly counts: Counts;
  readonly nameRef: Ref<HTMLInputElement>;
  readonly onClose: () => void;
  readonly onMerge: () => void;
  readonly onDelete: () => void;
  /** Makes a topic below the one that is shown. */
  readonly onNewBelow: () => void;
}

export const nouns = {
  topics: "topic",
  speakers: "speaker",
  organisations: "organisation",
  fields: "field",
} as const satisfies Record<Tab, string>;

/** One entry of the codebook: what can be done to it, its form, its statements. */
export function EntryDetail(props: EntryDetailProps) {
  const { live, actor, tab, id } = props;
  const entry = useRecords(live, tab).find((one) => one.id === id);
  if (!entry)
    return (
      <div className="empty">
        <h2>No longer in the codebook</h2>
        <p>This {nouns[tab]} was deleted or merged. Undo brings it back.</p>
        <div className="actions">
          <button type="button" className="button" onClick={props.onClose}>
            Back to the list
          </button>
        </div>
      </div>
    );
  const { archived } = entry;
  const archive = async () => {
    const settled = await orNotice(archiveEntries(actor, tab, [id], !archived));
    if (settled !== undefined)
      notice(archived ? `“${entry.name}” is offered again` : `“${entry.name}” archived`);
  };
  return (
    <>
      <div className="detail-head">
        <button type="button" className="button small detail-back" onClick={props.onClose}>
          <ArrowLeft size={14} aria-hidden /> Back
        </button>
        <h2 dir="auto">{entry.name}</h2>
        {archived && <span className="chip outlined">archived</span>}
        <div className="detail-actions">
          {tab === "topics" && (
            <button type="button" className="button small" onClick={props.onNewBelow}>
              <FolderPlus size={14} aria-hidden /> New below
            </button>
          )}
          <button type="button" className="button small" onClick={props.onMerge}>
            <GitMerge size={14} aria-hidden /> Merge …
          </button>
          <button type="button" className="button small" onClick={() => void archive()}>
            {archived ? (
              <ArchiveRestore size={14} aria-hidden />
            ) : (
              <Archive size={14} aria-hidden />
            )}
            {archived ? "Bring back" : "Archive"}
          </button>
          <button type="button" className="button small danger" onClick={props.onDelete}>
            <Trash2 size={14} aria-hidden /> Delete …
          </button>
        </div>
      </div>
      <DetailOf key={id} {...props} />
    </>
  );
}

function DetailOf({ live, actor, tab, id, counts, nameRef }: EntryDetailProps) {
  const shared = { live, actor, counts, nameRef };
  switch (tab) {
    case "topics": {
      const topic = live.get("topics", id);
      return topic && <TopicDetail {...shared} entry={topic} />;
    }
    case "speakers": {
      const speaker = live.get("speakers", id);
      return speaker && <SpeakerDetail {...shared} entry={speaker} />;
    }
    case "organisations": {
      const organisation = live.get("organisations", id);
      return organisation && <OrganisationDetail {...shared} entry={organisation} />;
    }
    case "fields": {
      const field = live.get("fields", id);
      return field && <FieldDetail {...shared} entry={field} />;
    }
  }
}
