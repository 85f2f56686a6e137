import { useState } from "react";
import type { ProjectBundle } from "../../model/bundle.ts";
import { editBetween } from "../../model/change.ts";
import type { Conflict, Side } from "../../model/projectMerge.ts";
import { quoteOf } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { differencesOf, type NameOf } from "../parts/fieldWords.ts";
import { nameIn } from "../parts/nameIn.ts";

interface ConflictListProps {
  readonly live: LiveProject;
  readonly theirs: ProjectBundle;
  readonly conflicts: readonly Conflict[];
  readonly sideOf: (conflict: Conflict) => Side;
  readonly onChoose: (conflict: Conflict, side: Side) => void;
}

/** Conflicts that are drawn at once. */
const pageSize = 100;

/** What both sides changed: what each has there, and whose is kept. */
export function ConflictList({ live, theirs, conflicts, sideOf, onChoose }: ConflictListProps) {
  const [limit, setLimit] = useState(pageSize);
  const nameOf = nameInEither(live, theirs);
  return (
    <>
      <ul className="merge-conflicts" aria-label="Conflicts">
        {conflicts.slice(0, limit).map((conflict) => (
          <ConflictRow
            key={conflict.id}
            nameOf={nameOf}
            conflict={conflict}
            side={sideOf(conflict)}
            onChoose={(side) => onChoose(conflict, side)}
          />
        ))}
      </ul>
      {conflicts.length > limit && (
        <button type="button" className="button" onClick={() => setLimit(limit + pageSize)}>
          Show {Math.min(pageSize, conflicts.length - limit)} more of{" "}
          {(conflicts.length - limit).toLocaleString()}; the rule holds for them meanwhile
        </button>
      )}
    </>
  );
}

interface ConflictRowProps {
  readonly nameOf: NameOf;
  readonly conflict: Conflict;
  readonly side: Side;
  readonly onChoose: (side: Side) => void;
}

function ConflictRow({ nameOf, conflict, side, onChoose }: ConflictRowProps) {
  const edit = editBetween(conflict.list, conflict.ours, conflict.theirs);
  const differences = edit ? differencesOf(nameOf, edit) : [];
  return (
    <li>
      <fieldset className="merge-conflict">
        <legend dir="auto">{titleOf(conflict)}</legend>
        {(["ours", "theirs"] as const).map((which) => (
          <label key={which}>
            <input
              type="radio"
              name={conflict.id}
              checked={side === which}
              onChange={() => onChoose(which)}
            />
            <span>
              <strong>{which === "ours" ? "Ours" : "Theirs"}</strong>{" "}
              {differences.length === 0 && "the same to read, changed at another time"}
              {differences
                .map((one) => `${one.field}: ${which === "ours" ? one.before : one.after}`)
                .join("; ")}
            </span>
          </label>
        ))}
      </fieldset>
    </li>
  );
}

function titleOf({ ours }: Conflict): string {
  if ("speakerIds" in ours) return quoteOf(ours);
  if ("title" in ours) return ours.title || "Untitled article";
  return "name" in ours ? ours.name : "";
}

/** The names of our entries, and of those that only they have. */
function nameInEither(live: LiveProject, theirs: ProjectBundle): NameOf {
  const ours = nameIn(live);
  const { topics, speakers, organisations, coders, fields } = theirs;
  const names = new Map<string, string>();
  for (const { id, name } of [topics, speakers, organisations, coders, fields].flat())
    names.set(id, name);
  return (id) => ours(id) ?? names.get(id);
}
