import { MapPinPlus, Trash2 } from "lucide-react";
import type { RefObject } from "react";
import { quoteOf, type Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { labelsOf } from "./formValue.ts";
import "./lostStatements.css";

interface LostStatementsProps {
  readonly live: LiveProject;
  readonly ref: RefObject<HTMLElement | null>;
  readonly statements: readonly Statement[];
  readonly activeId: string | null;
  readonly actions: {
    readonly placeAgain: (statement: Statement) => void;
    readonly remove: (statement: Statement) => Promise<void>;
  };
}

/** The statements whose words a correction took out of the text: to be placed again, or removed. */
export function LostStatements({ live, ref, statements, activeId, actions }: LostStatementsProps) {
  return (
    <section ref={ref} className="lost" aria-labelledby="lost-title">
      <h3 id="lost-title" className="lost-title">
        Words no longer in the text <span>{statements.length}</span>
      </h3>
      <ul aria-label="Words no longer in the text">
        {statements.map((statement) => {
          const { speakers, topics } = labelsOf(live, statement);
          const who = speakers.map(({ name }) => name).join(", ");
          const what = topics.map(({ entry }) => entry.name).join(", ");
          return (
            <li
              key={statement.id}
              ref={statement.id === activeId ? show : undefined}
              data-active={statement.id === activeId || undefined}
            >
              <p className="lost-who">
                <strong>{who || "No speaker yet"}</strong> {what || "no topic yet"}
              </p>
              <del dir="auto">{quoteOf(statement)}</del>
              <div className="lost-actions">
                <button
                  type="button"
                  className="button small"
                  onClick={() => actions.placeAgain(statement)}
                >
                  <MapPinPlus size={12} aria-hidden /> Place again
                </button>
                <button
                  type="button"
                  className="button small plain"
                  onClick={() => void actions.remove(statement)}
                >
                  <Trash2 size={12} aria-hidden /> Remove
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** An address may name a statement that the list has to be scrolled to. */
function show(item: HTMLElement | null): void {
  item?.scrollIntoView({ block: "nearest" });
}
