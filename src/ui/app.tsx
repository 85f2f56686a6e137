import { CSPProvider } from "@base-ui/react/csp-provider";
import { useLiveQuery } from "dexie-react-hooks";
import { useEffect, useState } from "react";
import type { Problem } from "../model/problem.ts";
import { listProjects } from "../store/projects.ts";
import type { Store } from "../store/store.ts";
import { Notices } from "./parts/notices.tsx";
import { ProblemText } from "./parts/problemText.tsx";
import { go, start, useRoute } from "./route.ts";
import { openSample } from "./sample.ts";
import { ProjectPicker } from "./shell/projectPicker.tsx";
import { Workbench } from "./shell/workbench.tsx";
import { useLiveProject } from "./useLiveProject.ts";

/** The whole app over one device's storage. */
export function App({ store }: { readonly store: Store }) {
  return (
    <CSPProvider disableStyleElements>
      <Rooms store={store} />
      <Notices />
    </CSPProvider>
  );
}

function Rooms({ store }: { readonly store: Store }) {
  const route = useRoute();
  const live = useLiveProject(store, route.projectId);
  const projects = useLiveQuery(() => listProjects(store), [store]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const first = projects?.length === 0;
  const latest = projects?.find(({ project }) => project.removedAt === null)?.project.id;

  // A device that has never had a project starts with the sample; one that has goes on with its newest.
  useEffect(() => {
    if (route.projectId) return;
    if (latest) go({ ...start, projectId: latest }, "replace");
    else if (first)
      void openSample(store).then((opened) => {
        if (opened.ok) go({ ...start, projectId: opened.value.projectId }, "replace");
        else setProblem(opened.problem);
      });
  }, [store, route.projectId, latest, first]);

  if (problem) return <ProblemText problem={problem} />;
  if (live.state === "opening" || !projects || first)
    return <p className="visually-hidden">Opening …</p>;
  if (live.state === "none")
    return <ProjectPicker store={store} projects={projects} sought={route.projectId} />;
  return <Workbench key={live.project.id} live={live.project} route={route} projects={projects} />;
}
