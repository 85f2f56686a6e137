import { FileUp } from "lucide-react";
import { useState } from "react";
import { acceptedExtensions } from "../../import/registry.ts";
import type { ProjectBundle } from "../../model/bundle.ts";
import { addArticles } from "../../store/articles.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { addProject } from "../../store/projects.ts";
import type { Actor } from "../../store/store.ts";
import { MergeDialog } from "../merge/mergeDialog.tsx";
import { isDate } from "../parts/articleFields.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { go, start } from "../route.ts";
import { DraftList } from "./draftList.tsx";
import { chosenArticles, type Draft } from "./drafts.ts";
import type { Drafts } from "./useDrafts.ts";
import "./importDialog.css";

interface ImportDialogProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly drafts: Drafts;
  readonly onClose: () => void;
}

/** Brings in articles, or a whole project: pasted, chosen or dropped; looked over before they are saved. */
export function ImportDialog({ live, actor, drafts, onClose }: ImportDialogProps) {
  const [saving, setSaving] = useState(false);
  const [merging, setMerging] = useState<ProjectBundle | null>(null);
  const chosen = chosenArticles(drafts.all);
  const ready = chosen.length > 0 && chosen.every(({ metadata }) => isDate(metadata.publishedAt));

  const save = async () => {
    setSaving(true);
    const added = await orNotice(addArticles(actor, chosen));
    setSaving(false);
    const first = added?.[0];
    if (!added || !first) return;
    onClose();
    go({ ...start, projectId: live.id, articleId: first.id });
    notice(added.length === 1 ? "Article added" : `${added.length} articles added`);
  };
  const openProject = async (draft: Draft & { kind: "project" }, asCopy: boolean) => {
    const opened = await orNotice(addProject(live.store, draft.bundle, { asCopy }));
    if (!opened) return;
    onClose();
    go({ ...start, projectId: opened.projectId });
  };

  return (
    <Dialog
      title="Import"
      size="large"
      onClose={onClose}
      foot={
        <>
          <span className="start form-hint">Nothing is saved before you press the button.</span>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button
            type="button"
            className="button primary"
            disabled={!ready || saving}
            onClick={() => void save()}
          >
            {chosen.length > 1 ? `Add ${chosen.length} articles` : "Add article"}
          </button>
        </>
      }
    >
      <div className="import-sources">
        <label className="stacked">
          <span className="label">Paste text</span>
          <textarea
            className="field import-paste"
            rows={drafts.all.length === 0 ? 9 : 4}
            value={drafts.pasted}
            dir="auto"
            placeholder={"Headline\n\nALMATY, April 26 (Agency) -- The first paragraph …"}
            onChange={(event) => void drafts.paste(event.target.value)}
          />
        </label>
        <label className="import-files">
          <FileUp size={18} aria-hidden />
          <span className="label">Choose files</span>
          <span className="form-hint">or drop them here: text (UTF-8) or a Verbatim project</span>
          <input
            type="file"
            multiple
            accept={acceptedExtensions}
            aria-label="Choose files"
            onChange={(event) => {
              void drafts.choose([...(event.target.files ?? [])]);
              event.target.value = "";
            }}
          />
        </label>
      </div>
      <DraftList
        drafts={drafts.all}
        onChange={drafts.change}
        onOpenArticle={(article) => {
          onClose();
          go({ ...start, projectId: live.id, articleId: article.id });
        }}
        onMerge={(draft) => setMerging(draft.bundle)}
        onOpenProject={(draft, asCopy) => void openProject(draft, asCopy)}
      />
      {merging && <MergeDialog live={live} actor={actor} theirs={merging} onClose={onClose} />}
    </Dialog>
  );
}
