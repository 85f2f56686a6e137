import { useEffect, useState } from "react";
import type { Coder } from "../../model/codebook.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { ListedProject } from "../../store/projects.ts";
import type { Actor } from "../../store/store.ts";
import { AnalysisView } from "../analysis/analysisView.tsx";
import { CodebookView } from "../codebook/codebookView.tsx";
import { ExportDialog } from "../exchange/exportDialog.tsx";
import { ImportDialog } from "../exchange/importDialog.tsx";
import { useDrafts } from "../exchange/useDrafts.ts";
import { useFileDrop } from "../exchange/useFileDrop.ts";
import { useProject, useRecords } from "../live.ts";
import { usePreferences } from "../preferences.ts";
import { ReadView } from "../read/readView.tsx";
import type { Route } from "../route.ts";
import { StatementsView } from "../statements/statementsView.tsx";
import { Header } from "./header.tsx";
import { StatusBar } from "./statusBar.tsx";
import { useUndoKeys } from "./useUndoKeys.ts";
import "./shell.css";

interface WorkbenchProps {
  readonly live: LiveProject;
  readonly route: Route;
  readonly projects: readonly ListedProject[];
}

/** One open project, coded by the coder that this device codes as. */
export function Workbench({ live, route, projects }: WorkbenchProps) {
  const project = useProject(live);
  const coders = useRecords(live, "coders");
  const chosen = usePreferences().coders[live.id];
  const coder = coders.find(({ id }) => id === chosen) ?? coders[0];
  const name = project?.name ?? "";

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
  const [dialog, setDialog] = useState<"import" | "export" | null>(null);
  const drafts = useDrafts(actor);
  useUndoKeys(actor);
  useFileDrop((files) => {
    setDialog("import");
    void drafts.choose(files);
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
      />
      <div className="workbench-view">
        <ViewOf live={live} actor={actor} route={route} onImport={() => setDialog("import")} />
      </div>
      <StatusBar live={live} actor={actor} coder={coder} view={route.view} />
      {dialog === "import" && (
        <ImportDialog
          live={live}
          actor={actor}
          drafts={drafts}
          onClose={() => {
            drafts.clear();
            setDialog(null);
          }}
        />
      )}
      {dialog === "export" && (
        <ExportDialog live={live} route={route} onClose={() => setDialog(null)} />
      )}
    </div>
  );
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
    case "statements":
      return <StatementsView live={props.live} route={props.route} />;
    case "codebook":
      return <CodebookView live={props.live} actor={props.actor} />;
    case "analysis":
      return <AnalysisView live={props.live} />;
  }
}
