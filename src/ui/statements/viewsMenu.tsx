import { Bookmark, BookmarkPlus, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import type { NamedView } from "../../model/project.ts";
import { sameValue } from "../../model/change.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { undo } from "../../store/undo.ts";
import { deleteView, renameView, saveView } from "../../store/views.ts";
import { useRecords } from "../live.ts";
import { Menu, MenuGroup, MenuItem, MenuLine } from "../parts/menu.tsx";
import { NameDialog } from "../parts/nameDialog.tsx";
import { notice, orNotice } from "../parts/notices.tsx";

interface ViewsMenuProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  /** What the address shows now. */
  readonly filter: Readonly<Record<string, string>>;
  /** The same with the columns, wherever they come from: what a view keeps. */
  readonly toSave: Readonly<Record<string, string>>;
  readonly onShow: (filter: Readonly<Record<string, string>>) => void;
}

/** The named views: what is shown is saved under a name, and shown again. */
export function ViewsMenu({ live, actor, filter, toSave, onShow }: ViewsMenuProps) {
  const views = useRecords(live, "views").toSorted((a, b) => a.name.localeCompare(b.name));
  const [asking, setAsking] = useState<"save" | "rename" | null>(null);
  const current = views.find((view) => sameValue(view.filter, filter));
  const remove = async (view: NamedView) => {
    await orNotice(deleteView(actor, view.id));
    notice(`View “${view.name}” deleted`, { label: "Undo", act: () => void orNotice(undo(actor)) });
  };
  return (
    <>
      <Menu
        trigger={
          <button type="button" className="button small">
            <Bookmark size={14} aria-hidden />
            <span className="views-name">{current?.name ?? "Views"}</span>
          </button>
        }
      >
        {views.length > 0 && (
          <MenuGroup label="Named views">
            {views.map((view) => (
              <MenuItem key={view.id} onClick={() => onShow(view.filter)}>
                <Bookmark size={14} aria-hidden /> {view.name}
              </MenuItem>
            ))}
          </MenuGroup>
        )}
        {views.length > 0 && <MenuLine />}
        <MenuItem onClick={() => setAsking("save")}>
          <BookmarkPlus size={14} aria-hidden /> Save what is shown …
        </MenuItem>
        {current && (
          <>
            <MenuItem onClick={() => setAsking("rename")}>
              <Pencil size={14} aria-hidden /> Rename “{current.name}” …
            </MenuItem>
            <MenuItem onClick={() => void remove(current)}>
              <Trash2 size={14} aria-hidden /> Delete “{current.name}”
            </MenuItem>
          </>
        )}
      </Menu>
      {asking && (
        <NameDialog
          title={asking === "save" ? "Save what is shown" : "Rename the view"}
          label="Name of the view"
          initial={asking === "save" ? "" : (current?.name ?? "")}
          action={asking === "save" ? "Save view" : "Rename"}
          onClose={() => setAsking(null)}
          onSave={async (name) => {
            const saved = await orNotice(
              asking === "rename" && current
                ? renameView(actor, current.id, name)
                : saveView(actor, name, toSave),
            );
            if (!saved) return;
            setAsking(null);
            if (asking === "save") onShow(saved.filter);
            notice(`View “${saved.name}” saved`);
          }}
        />
      )}
    </>
  );
}
