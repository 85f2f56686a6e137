import { useLiveQuery } from "dexie-react-hooks";
import { quoteOf, type Statement } from "../../model/statement.ts";
import { pastOf } from "../../store/history.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { Dialog } from "../parts/dialog.tsx";
import { differencesOf } from "../parts/fieldWords.ts";
import { nameIn } from "../parts/nameIn.ts";
import { when } from "./historyDialog.tsx";
import "./history.css";

interface StatementPastProps {
  readonly live: LiveProject;
  readonly statement: Statement;
  readonly onClose: () => void;
}

/** What was done to one statement, by whom and when: each change with the values before and after. */
export function StatementPast({ live, statement, onClose }: StatementPastProps) {
  const past = useLiveQuery(() => pastOf(live.store, live.id, statement.id), [live, statement]);
  return (
    <Dialog title="This statement’s past" size="large" onClose={onClose} foot={null}>
      <p className="history-quote" dir="auto">
        {quoteOf(statement)}
      </p>
      {past?.length === 0 && (
        <p>It came with the project, or its beginning is no longer in the history.</p>
      )}
      <ol className="history" aria-label="Changes of this statement, the last first">
        {past?.map(({ change, edit }) => (
          <li key={change.id}>
            <div className="history-what">
              <strong>{change.title}</strong>
              <span className="form-hint">
                {live.get("coders", change.coderId)?.name ?? "A coder"}, {when.format(change.at)}
              </span>
              {differencesOf(nameIn(live), edit).map(({ key, field, before, after }) => (
                <span key={key} className="history-diff">
                  {field}: <del>{before}</del> → <ins>{after}</ins>
                </span>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
