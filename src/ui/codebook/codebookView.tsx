import { useRef, useState } from "react";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { useCommands } from "../commands/commands.ts";
import type { Route } from "../route.ts";
import { CodebookImport } from "./codebookImport.tsx";
import { useCounts } from "./counts.ts";
import { DeleteDialog } from "./deleteDialog.tsx";
import { EntryDetail, nouns } from "./entryDetail.tsx";
import { EntryList } from "./entryList.tsx";
import { MergeDialog } from "./mergeDialog.tsx";
import { NewEntryDialog } from "./newEntryDialog.tsx";
import { openPlace, placeOf } from "./place.ts";
import "./codebookView.css";

/** What is open over the view. */
export type Asking =
  | { readonly what: "import" }
  | { readonly what: "new"; readonly parentId: string | null }
  | { readonly what: "merge" | "delete"; readonly ids: readonly string[] };

interface CodebookViewProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly route: Route;
}

/** The codebook: its topics, speakers, organisations and fields as lists, and the chosen one beside. */
export function CodebookView({ live, actor, route }: CodebookViewProps) {
  const place = placeOf(route);
  const { tab, entry } = place;
  const counts = useCounts(live);
  const [asking, setAsking] = useState<Asking | null>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const close = () => setAsking(null);
  useCommands([
    {
      group: "Codebook",
      keys: [],
      label: `New ${nouns[tab]}`,
      enabled: asking === null,
      run: () => setAsking({ what: "new", parentId: null }),
    },
    {
      group: "Codebook",
      keys: [],
      label: "Import a codebook …",
      enabled: asking === null,
      run: () => setAsking({ what: "import" }),
    },
  ]);
  return (
    <main className="codebook" data-open={entry !== null || undefined}>
      <h1 className="visually-hidden">Codebook</h1>
      <EntryList
        key={tab}
        live={live}
        actor={actor}
        place={place}
        counts={counts}
        onAsk={setAsking}
        onEdit={() => focusName(() => nameField.current)}
      />
      <section className="codebook-detail clear-of-notices" aria-label={`The ${nouns[tab]}`}>
        {entry === null ? (
          <Unopened noun={nouns[tab]} />
        ) : (
          <EntryDetail
            live={live}
            actor={actor}
            tab={tab}
            id={entry}
            counts={counts}
            nameRef={nameField}
            onClose={() => openPlace(live, { tab, entry: null })}
            onMerge={() => setAsking({ what: "merge", ids: [entry] })}
            onDelete={() => setAsking({ what: "delete", ids: [entry] })}
            onNewBelow={() => setAsking({ what: "new", parentId: entry })}
          />
        )}
      </section>
      {asking?.what === "new" && (
        <NewEntryDialog
          live={live}
          actor={actor}
          tab={tab}
          parentId={asking.parentId}
          onClose={close}
        />
      )}
      {asking?.what === "import" && <CodebookImport live={live} actor={actor} onClose={close} />}
      {asking?.what === "merge" && (
        <MergeDialog
          live={live}
          actor={actor}
          tab={tab}
          ids={asking.ids}
          counts={counts}
          onClose={close}
        />
      )}
      {asking?.what === "delete" && (
        <DeleteDialog
          live={live}
          actor={actor}
          tab={tab}
          ids={asking.ids}
          onClose={(deleted) => {
            close();
            if (deleted) openPlace(live, { tab, entry: null });
          }}
        />
      )}
    </main>
  );
}

const lessons = {
  topic:
    "A topic is what a statement is about. Give it a definition so that everybody codes it alike, and keywords to find it by.",
  speaker:
    "A speaker says things: a person or a body. Give it the other names that articles use for it, its role and its organisation.",
  organisation: "An organisation is what speakers belong to: a government, a party, a company.",
  field:
    "A field is an attribute of your own, on each statement or each article: text, a number, yes or no, a date, a choice.",
} as const;

function Unopened({ noun }: { noun: keyof typeof lessons }) {
  return (
    <div className="empty">
      <h2>
        Choose {noun === "organisation" ? "an" : "a"} {noun}
      </h2>
      <p>{lessons[noun]}</p>
    </div>
  );
}

/** Puts the focus into the name of the entry that is about to be shown. */
function focusName(field: () => HTMLInputElement | null): void {
  requestAnimationFrame(() => {
    field()?.focus();
    field()?.select();
  });
}
