import { lazy, Suspense, useEffect, useState } from "react";
import type { ChosenFile } from "../../import/chosenFile.ts";
import type { Coder } from "../../model/codebook.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { ListedProject } from "../../store/projects.ts";
import type { Actor } from "../../store/store.ts";
import { useCommandKeys, useCommands, type Command } from "../commands/commands.ts";
import { useFileDrop } from "../exchange/useFileDrop.ts";
import { useTrimmedHistory } from "../history/useTrimmedHistory.ts";
import { useProject, useRecords } from "../live.ts";
import { usePreferences } from "../preferences.ts";
import { ReadView } from "../read/readView.tsx";
import { go, viewNames, views, type Route } from "../route.ts";
import { batchOf } from "../suggest/batch.ts";
import { useLearning } from "../suggest/useLearning.ts";
import { Header } from "./header.tsx";
import { StatusBar } from "./statusBar.tsx";
import { redoAndSay, undoAndSay } from "./undoing.ts";
import "./shell.css";

/** Reading files of many formats weighs as much as all else; most visits bring in nothing. */
const ImportDialog = lazy(async () => ({
  default: (await import("../exchange/importDialog.tsx")).ImportDialog,
}));

const ExportDialog = lazy(async () => ({
  default: (await import("../exchange/exportDialog.tsx")).ExportDialog,
}));

const Palette = lazy(async () => ({
  default: (await import("../commands/palette.tsx")).Palette,
}));
const ShortcutSheet = lazy(async () => ({
  default: (await import("../commands/shortcutSheet.tsx")).ShortcutSheet,
}));

const HistoryDialog = lazy(async () => ({
  default: (await import("../history/historyDialog.tsx")).HistoryDialog,
}));

// The first view is Read; the others come when they are asked for.
const LibraryView = lazy(async () => ({
  default: (await import("../library/libraryView.tsx")).LibraryView,
}));
const StatementsView = lazy(async () => ({
  default: (await import("../statements/statementsView.tsx")).StatementsView,
}));
const CodebookView = lazy(async () => ({
  default: (await import("../codebook/codebookView.tsx")).CodebookView,
}));
const AnalysisView = lazy(async () => ({
  default: (await import("../analysis/analysisView.tsx")).AnalysisView,
}));

interface WorkbenchProps {
  readonly live: LiveProject;
  readonly route: Route;
  readonly projects: readonly ListedProject[];
}

/** One open project, coded by the coder that this device codes as. */
export function Workbench({ live, route, projects }: WorkbenchProps) {
  const project = useProject(live);
  const coders = useRecords(live, "coders");
  const { coders: chosenCoders, blind } = usePreferences();
  const chosen = chosenCoders[live.id];
  const coder = coders.find(({ id }) => id === chosen) ?? coders[0];
  const name = project?.name ?? "";

  const only = blind.includes(live.id) ? (coder?.id ?? null) : null;
  useEffect(() => live.seeOnly(only), [live, only]);

  // A run over the articles ends with the project it reads.
  useEffect(() => () => batchOf(live).clear(), [live]);

  useEffect(() => {
    document.title = `${name} – Verbatim`;
  }, [name]);

  if (!coder) throw new Error("A project has at least one coder");
  const actor: Actor = { store: live.store, projectId: live.id, coderId: coder.id };
  return <Desk live={live} actor={actor} coder={coder} route={route} projects={projects} />;
}

interface DeskProps extends WorkbenchProps {
  readonly actor: Actor;
  readonly coder: Coder;
}

/** The workbench of one coder: the header, the view that the address names, the status bar. */
function Desk({ live, actor, coder, route, projects }: DeskProps) {
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [dropped, setDropped] = useState<readonly ChosenFile[]>([]);
  useTrimmedHistory(live);
  useLearning(live);
  useCommandKeys();
  useCommands([
    ...shellCommands(route, setDialog),
    {
      label: "Undo",
      group: "Project",
      keys: ["Ctrl+z"],
      enabled: true,
      run: () => void undoAndSay(actor),
    },
    {
      label: "Redo",
      group: "Project",
      keys: ["Ctrl+Shift+z", "Ctrl+y"],
      enabled: true,
      run: () => void redoAndSay(actor),
    },
  ]);
  useFileDrop((files) => {
    setDialog("import");
    setDropped(files);
  });
  return (
    <div className="workbench">
      <Header
        live={live}
        actor={actor}
        route={route}
        projects={projects}
        onImport={() => setDialog("import")}
        onExport={() => setDialog("export")}
        onPalette={() => setDialog("palette")}
      />
      <div className="workbench-view">
        <Suspense>
          <ViewOf live={live} actor={actor} route={route} onImport={() => setDialog("import")} />
        </Suspense>
      </div>
      <StatusBar
        live={live}
        actor={actor}
        coder={coder}
        view={route.view}
        onHistory={() => setDialog("history")}
      />
      <Suspense>
        {dialog === "import" && (
          <ImportDialog
            live={live}
            actor={actor}
            dropped={dropped}
            onClose={() => {
              setDropped([]);
              setDialog(null);
            }}
          />
        )}
        {dialog === "export" && (
          <ExportDialog live={live} route={route} onClose={() => setDialog(null)} />
        )}
        {dialog === "history" && (
          <HistoryDialog live={live} actor={actor} onClose={() => setDialog(null)} />
        )}
        {dialog === "palette" && <Palette live={live} onClose={() => setDialog(null)} />}
        {dialog === "shortcuts" && <ShortcutSheet onClose={() => setDialog(null)} />}
      </Suspense>
    </div>
  );
}

type DialogName = "import" | "export" | "palette" | "shortcuts" | "history";

/** What can be done wherever one is. */
function shellCommands(route: Route, open: (dialog: DialogName) => void): Command[] {
  const command = (label: string, keys: readonly string[], run: () => void): Command => ({
    label,
    group: "Project",
    keys,
    enabled: true,
    run,
  });
  return [
    command("Search and run anything", ["Ctrl+k"], () => open("palette")),
    command("Keyboard shortcuts", ["?"], () => open("shortcuts")),
    command("History …", ["Ctrl+h"], () => open("history")),
    command("Import …", [], () => open("import")),
    command("Export …", [], () => open("export")),
    ...views.map((view, i) =>
      command(`Go to ${viewNames[view]}`, [`Alt+${i + 1}`], () =>
        go({ ...route, view, filter: {} }),
      ),
    ),
    command("Go to Library", [], () => go({ ...route, view: "library", filter: {} })),
  ];
}

interface ViewOfProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly route: Route;
  readonly onImport: () => void;
}

function ViewOf(props: ViewOfProps) {
  switch (props.route.view) {
    case "read":
      return <ReadView {...props} />;
    case "library":
      return <LibraryView {...props} />;
    case "statements":
      return <StatementsView live={props.live} actor={props.actor} route={props.route} />;
    case "codebook":
      return <CodebookView {...props} />;
    case "analysis":
      return <AnalysisView live={props.live} />;
  }
}
