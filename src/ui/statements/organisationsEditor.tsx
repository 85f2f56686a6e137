import { useState } from "react";
import type { OrganisationId, SpeakerId } from "../../model/id.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";
import { named, organisationEntry, plainColour, type Entry } from "../parts/entry.ts";
import { EntryField } from "../parts/entryField.tsx";
import type { EditorProps } from "./cellEditor.tsx";
import { entriesOf } from "./entries.ts";
import { counted } from "./counted.ts";

/** The organisations of a statement's speakers; they are the speakers' own, wherever those speak. */
export function OrganisationsEditor({ live, statement, onEmploy }: EditorProps) {
  const speakers = statement.speakerIds.flatMap((id) => live.get("speakers", id) ?? []);
  const [changed, setChanged] = useState<ReadonlyMap<SpeakerId, Entry | null>>(new Map());
  const organisations = useRecords(live, "organisations");
  if (speakers.length === 0)
    return <p className="form-hint">It has no speaker yet; organisations are those of speakers.</p>;
  return (
    <div className="cell-editor-grid" data-stacked>
      {speakers.map(({ id, name, organisationId }) => {
        const own = organisations.find((one) => one.id === organisationId);
        const value = changed.has(id) ? changed.get(id) : own && organisationEntry(own);
        return (
          <div key={id} className="cell-editor-part">
            <EntryField
              label={`Organisation of ${name}`}
              entries={entriesOf(live, "organisations")}
              value={value ? [value] : []}
              placeholder="None"
              newColour={plainColour}
              onChange={(entries) => {
                const next = new Map(changed).set(id, entries.at(-1) ?? null);
                setChanged(next);
                onEmploy(
                  [...next].map(([speaker, entry]) => ({
                    speakers: [speaker],
                    organisation: entry && named<OrganisationId>(entry),
                  })),
                );
              }}
            />
            <p className="form-hint">
              Of the speaker, so in {counted(statementsOf(live, id), "statement")}.
            </p>
          </div>
        );
      })}
    </div>
  );
}

function statementsOf(live: LiveProject, id: SpeakerId): number {
  return live.all("statements").filter(({ speakerIds }) => speakerIds.includes(id)).length;
}
