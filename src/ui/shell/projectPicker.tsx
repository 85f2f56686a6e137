import { useState } from "react";
import type { ProjectId } from "../../model/id.ts";
import {
  createProject,
  purgeProject,
  restoreProject,
  type ListedProject,
} from "../../store/projects.ts";
import type { Store } from "../../store/store.ts";
import { newId } from "../../model/id.ts";
import { Dialog } from "../parts/dialog.tsx";
import { NameDialog } from "../parts/nameDialog.tsx";
import { orNotice } from "../parts/notices.tsx";
import { addressOf, go, start } from "../route.ts";
import { openSample, startingTopics } from "../sample.ts";
import "./projectPicker.css";

interface ProjectPickerProps {
  readonly store: Store;
  readonly projects: readonly ListedProject[];
  /** The project that the address names and that is not there. */
  readonly sought: ProjectId | null;
}

/** All projects of the device: open one, bring a removed one back, or start another. */
export function ProjectPicker({ store, projects, sought }: ProjectPickerProps) {
  const [naming, setNaming] = useState(false);
  const [purging, setPurging] = useState<ListedProject | null>(null);
  const opened = projects.filter(({ project }) => project.removedAt === null);
  const removed = projects.filter(({ project }) => project.removedAt !== null);
  const show = (projectId: ProjectId | undefined) => projectId && go({ ...start, projectId });

  const restore = async (id: ProjectId) => {
    const actor = { store, projectId: id, coderId: newId<"coder">() };
    if (await orNotice(restoreProject(actor))) show(id);
  };
  return (
    <main className="picker">
      <h1 className="brand">
        Verbatim<i>.</i>
      </h1>
      {sought && <p className="problem">The project of this address is not on this device.</p>}
      <ul className="picker-list">
        {opened.map(({ project, articles, statements }) => (
          <li key={project.id}>
            <a href={addressOf({ ...start, projectId: project.id })}>{project.name}</a>
            <span>
              {articles} articles · {statements} statements
            </span>
          </li>
        ))}
      </ul>
      <div className="picker-actions">
        <button type="button" className="button primary" onClick={() => setNaming(true)}>
          New project
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void orNotice(openSample(store)).then((made) => show(made?.projectId))}
        >
          Open the sample project
        </button>
      </div>
      {removed.length > 0 && (
        <section>
          <h2 className="overline">Removed</h2>
          <ul className="picker-list">
            {removed.map((listed) => (
              <li key={listed.project.id}>
                {listed.project.name}
                <span>
                  {listed.articles} articles · {listed.statements} statements
                </span>
                <button
                  type="button"
                  className="button small"
                  onClick={() => void restore(listed.project.id)}
                >
                  Bring back
                </button>
                <button
                  type="button"
                  className="button small danger"
                  onClick={() => setPurging(listed)}
                >
                  Delete for good
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {naming && (
        <NameDialog
          title="New project"
          label="Name"
          initial=""
          action="Create project"
          onSave={async (name) =>
            show((await orNotice(createProject(store, name, startingTopics, "Coder 1")))?.projectId)
          }
          onClose={() => setNaming(false)}
        />
      )}
      {purging && (
        <Dialog
          title={`Delete “${purging.project.name}” for good?`}
          onClose={() => setPurging(null)}
          foot={
            <>
              <button type="button" className="button" onClick={() => setPurging(null)}>
                Keep it
              </button>
              <button
                type="button"
                className="button danger"
                onClick={() =>
                  void orNotice(purgeProject(store, purging.project.id)).then(() =>
                    setPurging(null),
                  )
                }
              >
                Delete for good
              </button>
            </>
          }
        >
          <p>
            Its {purging.articles} articles and {purging.statements} statements go from this device,
            with their history. This cannot be undone. Export it as JSON first if you may need it
            again.
          </p>
        </Dialog>
      )}
    </main>
  );
}
