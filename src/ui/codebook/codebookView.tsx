import type { ReactNode } from "react";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { useRecords } from "../live.ts";
import { tint } from "../parts/tint.ts";
import { addressOf, start } from "../route.ts";
import "./codebookView.css";

/** The topics and speakers of the project, each with its statements. */
export function CodebookView({ live }: { live: LiveProject; actor: Actor }) {
  const statements = useRecords(live, "statements");
  const topics = useRecords(live, "topics").toSorted((a, b) => a.position - b.position);
  const speakers = useRecords(live, "speakers").toSorted((a, b) => a.name.localeCompare(b.name));
  useRecords(live, "organisations");
  const address = (filter: Record<string, string>) =>
    addressOf({ ...start, projectId: live.id, view: "statements", filter });
  return (
    <main className="codebook">
      <h1 className="visually-hidden">Codebook</h1>
      <Section title="Topics" empty="No topic yet. Type a new one in the tag form.">
        {topics.map((topic) => (
          <Entry
            key={topic.id}
            name={topic.name}
            colour={topic.colour}
            about={topic.definition}
            count={statements.filter((s) => s.topics.some((t) => t.topicId === topic.id)).length}
            address={address({ topic: topic.id })}
          />
        ))}
      </Section>
      <Section title="Speakers" empty="No speaker yet. Type a name in the tag form.">
        {speakers.map((speaker) => (
          <Entry
            key={speaker.id}
            name={speaker.name}
            colour={speaker.colour}
            about={[speaker.role, live.get("organisations", speaker.organisationId ?? "")?.name]
              .filter(Boolean)
              .join(", ")}
            count={statements.filter((s) => s.speakerIds.includes(speaker.id)).length}
            address={address({ speaker: speaker.id })}
          />
        ))}
      </Section>
    </main>
  );
}

function Section({
  title,
  empty,
  children,
}: {
  title: string;
  empty: string;
  children: ReactNode[];
}) {
  return (
    <section>
      <h2>
        {title} <small>{children.length}</small>
      </h2>
      {children.length === 0 ? <p>{empty}</p> : <ul>{children}</ul>}
    </section>
  );
}

interface EntryProps {
  readonly name: string;
  readonly colour: string;
  readonly about: string;
  readonly count: number;
  readonly address: string;
}

function Entry({ name, colour, about, count, address }: EntryProps) {
  return (
    <li ref={tint(colour)} className="codebook-entry">
      <span className="entry-dot" />
      <span className="codebook-name">
        {name}
        {about && <small>{about}</small>}
      </span>
      <a href={address}>
        {count} {count === 1 ? "statement" : "statements"}
      </a>
    </li>
  );
}
