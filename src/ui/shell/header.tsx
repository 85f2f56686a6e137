import { Download, Redo2, Search, Undo2, Upload } from "lucide-react";
import type { LiveProject } from "../../store/liveProject.ts";
import type { ListedProject } from "../../store/projects.ts";
import type { Actor } from "../../store/store.ts";
import { useUndoable } from "../live.ts";
import { addressOf, viewNames, views, type Route } from "../route.ts";
import { keyText } from "../commands/keys.ts";
import { IconButton } from "../parts/iconButton.tsx";
import { ProjectMenu } from "./projectMenu.tsx";
import { redoAndSay, undoAndSay } from "./undoing.ts";
import "./paletteButton.css";

interface HeaderProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly route: Route;
  readonly projects: readonly ListedProject[];
  readonly onImport: () => void;
  readonly onExport: () => void;
  readonly onPalette: () => void;
}

/** The project, the views, and what can be done wherever one is. */
export function Header({ live, actor, route, projects, ...props }: HeaderProps) {
  const { undo, redo } = useUndoable(live);
  return (
    <header className="header">
      <span className="brand">
        Verbatim<i>.</i>
      </span>
      <ProjectMenu live={live} actor={actor} projects={projects} />
      <nav className="views" aria-label="Views">
        {views.map((view) => (
          <a
            key={view}
            href={addressOf({ ...route, view, filter: {} })}
            aria-current={view === route.view ? "page" : undefined}
          >
            {viewNames[view]}
          </a>
        ))}
      </nav>
      <div className="header-actions">
        <button type="button" className="palette-button" onClick={props.onPalette}>
          <Search size={15} aria-hidden />
          <span>Search or run a command</span>
          <kbd>{keyText("Ctrl+k")}</kbd>
        </button>
        <IconButton
          icon={Undo2}
          label="Undo"
          title={undo ? `Undo: ${undo.title}` : "Nothing to undo"}
          shortcut={keyText("Ctrl+z")}
          disabled={!undo}
          onClick={() => void undoAndSay(actor)}
        />
        <IconButton
          icon={Redo2}
          label="Redo"
          title={redo ? `Redo: ${redo.title}` : "Nothing to redo"}
          shortcut={keyText("Ctrl+Shift+z")}
          disabled={!redo}
          onClick={() => void redoAndSay(actor)}
        />
        <button type="button" className="button" onClick={props.onImport}>
          <Upload size={14} aria-hidden className="on-narrow" />
          <span>Import</span>
        </button>
        <button type="button" className="button primary" onClick={props.onExport}>
          <Download size={14} aria-hidden className="on-narrow" />
          <span>Export</span>
        </button>
      </div>
    </header>
  );
}
