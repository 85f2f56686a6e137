import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";
import { organisationEntry, speakerEntry, topicEntry, type Entry } from "../parts/entry.ts";
import type { Tab } from "./place.ts";
import { fieldEntry } from "./useEntries.ts";

/** All entries of a tab as a field offers them, archived ones too, by their names. */
export function useOffered(live: LiveProject, tab: Tab): Entry[] {
  const topics = useRecords(live, "topics");
  const speakers = useRecords(live, "speakers");
  const organisations = useRecords(live, "organisations");
  const fields = useRecords(live, "fields");
  const entries = (): Entry[] => {
    switch (tab) {
      case "topics":
        return topics.map((topic) => ({
          ...topicEntry(topic),
          hint: pathTo(live, topic.parentId),
        }));
      case "speakers":
        return speakers.map((speaker) =>
          speakerEntry(speaker, live.get("organisations", speaker.organisationId ?? "")),
        );
      case "organisations":
        return organisations.map(organisationEntry);
      case "fields":
        return fields.map(fieldEntry);
    }
  };
  return entries().toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The topics above one, for those of the same name: "Economy › Trade". */
function pathTo(live: LiveProject, parentId: string | null): string {
  const parent = live.get("topics", parentId ?? "");
  if (!parent) return "";
  return [pathTo(live, parent.parentId), parent.name].filter(Boolean).join(" › ");
}
