import { useState } from "react";
import type { Organisation, Speaker } from "../../model/codebook.ts";
import type { OrganisationId } from "../../model/id.ts";
import {
  editOrganisation,
  editSpeaker,
  type OrganisationDetails,
  type SpeakerDetails,
} from "../../store/codebookSpeakers.ts";
import { addressOf } from "../route.ts";
import { useRecords } from "../live.ts";
import { organisationEntry, plainColour, named, type Entry } from "../parts/entry.ts";
import { EntryField } from "../parts/entryField.tsx";
import { orNotice } from "../parts/notices.tsx";
import { ColourField } from "./colourField.tsx";
import { plural } from "./counts.ts";
import type { DetailProps } from "./entryDetail.tsx";
import { EntryStatements } from "./entryStatements.tsx";
import { NameList } from "./nameList.tsx";
import { routeTo } from "./place.ts";
import { SavedField } from "./savedField.tsx";
import { SplitDialog } from "./splitDialog.tsx";
import { noExtent } from "./useEntries.ts";

/** What the codebook says of a speaker, each part saved when it is left. */
export function SpeakerDetail({ live, actor, entry, counts, nameRef }: DetailProps<Speaker>) {
  const statements = useRecords(live, "statements");
  const [splitting, setSplitting] = useState<string | null>(null);
  const save =
    <K extends keyof SpeakerDetails>(part: K) =>
    (value: SpeakerDetails[K]) =>
      editSpeaker(actor, entry.id, part, value);
  const own = statements.filter(({ speakerIds }) => speakerIds.includes(entry.id));
  return (
    <>
      <div className="detail-grid">
        <SavedField
          label="Name"
          className="wide"
          value={entry.name}
          onSave={save("name")}
          inputRef={nameRef}
        />
        <NameList
          label="Aliases"
          names={entry.aliases}
          hint="Other names that articles give it; it is found by them while tagging."
          onSave={save("aliases")}
          onSplit={setSplitting}
        />
        <div className="stacked">
          <SavedField
            label="Role"
            value={entry.role}
            onSave={save("role")}
            placeholder="Foreign Minister"
          />
          <OrganisationOf live={live} entry={entry} actor={actor} />
        </div>
        <SavedField label="Note" className="wide" lines value={entry.note} onSave={save("note")} />
        <ColourField value={entry.colour} onSave={save("colour")} />
      </div>
      <EntryStatements
        live={live}
        statements={own}
        extent={counts.get(entry.id) ?? noExtent}
        filter={{ speaker: entry.id }}
      />
      {splitting !== null && (
        <SplitDialog
          live={live}
          actor={actor}
          speaker={entry}
          alias={splitting}
          statements={own}
          onClose={() => setSplitting(null)}
        />
      )}
    </>
  );
}

function OrganisationOf({
  live,
  actor,
  entry,
}: Pick<DetailProps<Speaker>, "live" | "actor" | "entry">) {
  const organisations = useRecords(live, "organisations");
  const own = organisations.find(({ id }) => id === entry.organisationId);
  const choose = (value: readonly Entry[]) => {
    const last = value.at(-1);
    const organisation = last ? named<OrganisationId>(last) : null;
    return orNotice(editSpeaker(actor, entry.id, "organisation", organisation));
  };
  return (
    <div className="codebook-pick">
      <EntryField
        label="Organisation"
        entries={organisations.filter(({ archived }) => !archived).map(organisationEntry)}
        value={own ? [organisationEntry(own)] : []}
        onChange={(value) => void choose(value)}
        placeholder="Type to find or make one"
        newColour={plainColour}
      />
    </div>
  );
}

/** What the codebook says of an organisation, and its speakers. */
export function OrganisationDetail({
  live,
  actor,
  entry,
  counts,
  nameRef,
}: DetailProps<Organisation>) {
  const statements = useRecords(live, "statements");
  const speakers = useRecords(live, "speakers")
    .filter(({ organisationId }) => organisationId === entry.id)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const ids = new Set(speakers.map(({ id }) => id));
  const save =
    <K extends keyof OrganisationDetails>(part: K) =>
    (value: OrganisationDetails[K]) =>
      editOrganisation(actor, entry.id, part, value);
  return (
    <>
      <div className="detail-grid">
        <SavedField
          label="Name"
          className="wide"
          value={entry.name}
          onSave={save("name")}
          inputRef={nameRef}
        />
        <NameList
          label="Aliases"
          names={entry.aliases}
          hint="Other names that articles give it."
          onSave={save("aliases")}
        />
        <SavedField
          label="Type"
          value={entry.type}
          onSave={save("type")}
          placeholder="government, party, company"
        />
      </div>
      <section className="entry-statements" aria-label="Speakers">
        <div className="entry-statements-head">
          <h3>Speakers</h3>
          <span className="form-hint">{plural(speakers.length, "speaker")}</span>
        </div>
        {speakers.length === 0 ? (
          <p className="form-hint">None yet. Choose it in the form of a speaker.</p>
        ) : (
          <ul className="name-list">
            {speakers.map((speaker) => (
              <li key={speaker.id}>
                <a href={addressOf(routeTo(live, { tab: "speakers", entry: speaker.id }))}>
                  {speaker.name}
                </a>
                {speaker.role && <span className="form-hint"> {speaker.role}</span>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <EntryStatements
        live={live}
        statements={statements.filter((one) => one.speakerIds.some((id) => ids.has(id)))}
        extent={counts.get(entry.id) ?? noExtent}
        filter={{ organisation: entry.id }}
      />
    </>
  );
}
