import { FolderUp } from "lucide-react";
import { useRef, useState } from "react";
import type { Article } from "../../model/article.ts";
import type { ChosenFile } from "../../import/chosenFile.ts";
import { acceptedExtensions } from "../../import/registry.ts";
import type { ProjectBundle } from "../../model/bundle.ts";
import { addArticles } from "../../store/articles.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { addProject } from "../../store/projects.ts";
import type { Actor } from "../../store/store.ts";
import { MergeDialog } from "../merge/mergeDialog.tsx";
import { isDate } from "../parts/articleFields.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { DialogFoot } from "../parts/dialogFoot.tsx";
import { FileField } from "../parts/fileField.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { go, start } from "../route.ts";
import { chosenFiles } from "./chosenFiles.ts";
import { DraftList } from "./draftList.tsx";
import { DraftTable } from "./draftTable.tsx";
import { ImportReport } from "./importReport.tsx";
import { chosenArticles } from "./importState.ts";
import { FileNames, Encodings } from "./readingOptions.tsx";
import { TableMapping } from "./tableMapping.tsx";
import { useImport, type Import } from "./useImport.ts";
import "./importDialog.css";

interface ImportDialogProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  /** What was dropped on the window. */
  readonly dropped: readonly ChosenFile[];
  readonly onClose: () => void;
}

/** Up to so many articles are looked over one under the other; more of them in a table. */
const mostInFull = 3;

/** Brings in articles, or a whole project: pasted, chosen or dropped; looked over before they are saved. */
export function ImportDialog({ live, actor, dropped, onClose }: ImportDialogProps) {
  const importing = useImport(live, dropped);
  const { session, state } = importing;
  const [saving, setSaving] = useState(false);
  const { drafts, sources, reading } = state;
  const chosen = chosenArticles(drafts);
  const [merging, setMerging] = useState<ProjectBundle | null>(null);
  const ready = chosen.length > 0 && chosen.every(({ metadata }) => isDate(metadata.publishedAt));

  const save = async () => {
    setSaving(true);
    const added = await orNotice(addArticles(actor, chosen));
    setSaving(false);
    const first = added?.[0];
    if (!added || !first) return;
    onClose();
    go({ ...start, projectId: live.id, articleId: first.id });
    notice(
      added.length === 1 ? "Article added" : `${added.length.toLocaleString()} articles added`,
    );
  };
  const openProject = async (bundle: ProjectBundle, asCopy: boolean) => {
    const opened = await orNotice(addProject(live.store, bundle, { asCopy }));
    if (!opened) return;
    onClose();
    go({ ...start, projectId: opened.projectId });
  };
  const openArticle = (article: Article) => {
    onClose();
    go({ ...start, projectId: live.id, articleId: article.id });
  };

  return (
    <Dialog
      title="Import"
      size={drafts.length > mostInFull ? "wide" : "large"}
      onClose={onClose}
      foot={
        <DialogFoot
          hint="Nothing is saved before you press the button."
          onCancel={onClose}
          onAct={save}
          disabled={!ready || saving || reading !== null}
        >
          {saving
            ? "Saving …"
            : chosen.length > 1
              ? `Add ${chosen.length.toLocaleString()} articles`
              : "Add article"}
        </DialogFoot>
      }
    >
      <Sources importing={importing} />
      {reading && (
        <div className="import-progress">
          <label>
            <span className="import-progress-name">{reading.name} …</span>
            <progress value={reading.done} max={reading.of} />
          </label>
          <button type="button" className="button small" onClick={session.cancel}>
            Stop reading
          </button>
        </div>
      )}
      <ImportReport
        state={state}
        onMerge={setMerging}
        onOpenProject={(bundle, asCopy) => void openProject(bundle, asCopy)}
      />
      {sources.map(
        (source) =>
          source.kind === "table" && (
            <TableMapping
              key={source.key}
              live={live}
              source={source}
              onChange={(mapping) => void session.map(source, mapping)}
            />
          ),
      )}
      <Encodings sources={sources} onReadAs={(source, name) => void session.readAs(source, name)} />
      {drafts.length > mostInFull && <FileNames state={state} onChange={session.setPattern} />}
      {drafts.length > mostInFull ? (
        <DraftTable drafts={drafts} session={session} onOpenArticle={openArticle} />
      ) : (
        <DraftList drafts={drafts} onChange={session.change} onOpenArticle={openArticle} />
      )}
      {merging && <MergeDialog live={live} actor={actor} theirs={merging} onClose={onClose} />}
    </Dialog>
  );
}

function Sources({ importing: { session, state } }: { readonly importing: Import }) {
  const folder = useRef<HTMLInputElement>(null);
  const none = state.sources.length === 0;
  return (
    <div className="import-sources">
      <label className="stacked">
        <span className="label">Paste text</span>
        <textarea
          className="field import-paste"
          rows={none ? 9 : 4}
          value={state.pasted}
          dir="auto"
          placeholder={"Headline\n\nALMATY, April 26 (Agency) -- The first paragraph …"}
          onChange={(event) => void session.paste(event.target.value)}
        />
      </label>
      <div className="import-choose">
        <FileField
          label="Choose files"
          hint="or drop them here, folders too: text, Word, PDF, web pages, tables (CSV, Excel, JSON Lines), exports of Nexis and Factiva, ZIP archives of these, or a Verbatim project"
          accept={acceptedExtensions}
          multiple
          onChoose={(files) => session.choose(chosenFiles(files))}
        />
        <button type="button" className="button small" onClick={() => folder.current?.click()}>
          <FolderUp size={14} aria-hidden /> Choose a folder
        </button>
        <input
          ref={(input) => {
            folder.current = input;
            // React has no such attribute.
            if (input) input.webkitdirectory = true;
          }}
          type="file"
          hidden
          aria-label="Folder"
          onChange={(event) => {
            void session.choose(chosenFiles(event.target.files));
            event.target.value = "";
          }}
        />
      </div>
    </div>
  );
}
