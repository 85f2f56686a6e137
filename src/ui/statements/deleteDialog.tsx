import { quoteOf, type Statement } from "../../model/statement.ts";
import { deleteStatements } from "../../store/statements.ts";
import type { Actor } from "../../store/store.ts";
import { Dialog } from "../parts/dialog.tsx";
import { DialogFoot } from "../parts/dialogFoot.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { undoAndSay } from "../shell/undoing.ts";
import { counted } from "./counted.ts";

interface DeleteDialogProps {
  readonly actor: Actor;
  readonly statements: readonly Statement[];
  readonly onClose: () => void;
}

/** Says what a delete takes before it is made. */
export function DeleteDialog({ actor, statements, onClose }: DeleteDialogProps) {
  const articles = new Set(statements.map(({ articleId }) => articleId)).size;
  const act = async () => {
    const ids = statements.map(({ id }) => id);
    const gone = await orNotice(deleteStatements(actor, ids));
    if (gone === undefined) return;
    onClose();
    notice(`${counted(gone, "statement")} deleted`, {
      label: "Undo",
      act: () => void undoAndSay(actor),
    });
  };
  return (
    <Dialog
      title={`Delete ${counted(statements.length, "statement")}?`}
      onClose={onClose}
      foot={
        <DialogFoot onCancel={onClose} onAct={act} danger>
          Delete {counted(statements.length, "statement")}
        </DialogFoot>
      }
    >
      <p>
        They stand in {counted(articles, "article")}; the articles stay as they are. One undo brings
        all of them back.
      </p>
      <ul className="check-examples">
        {statements.slice(0, 3).map((statement) => (
          <li key={statement.id} dir="auto">
            {quoteOf(statement)}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
