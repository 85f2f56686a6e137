import { createProject, listProjects } from "../../store/projects.ts";
import type { Store } from "../../store/store.ts";
import { orNotice } from "../parts/notices.tsx";
import { go, start } from "../route.ts";
import { startingTopics } from "../sample.ts";

/** Says that this is the sample, and starts a project of one's own with one click. */
export function SampleNote({ store }: { store: Store }) {
  const begin = async (topics: readonly string[]) => {
    const names = (await listProjects(store)).map(({ project }) => project.name);
    const created = await orNotice(createProject(store, freeName(names), topics, "Coder 1"));
    if (created) go({ ...start, projectId: created.projectId });
  };
  return (
    <section className="sample-note" aria-label="Sample project">
      <h2>This is a sample</h2>
      <p>Invented articles, to try everything on. Start a project of your own:</p>
      <button type="button" className="button small" onClick={() => void begin(startingTopics)}>
        With these three topics
      </button>
      <button type="button" className="button small" onClick={() => void begin([])}>
        Without topics
      </button>
    </section>
  );
}

/** "My project", or "My project 2" where there is one. */
function freeName(names: readonly string[]): string {
  const name = "My project";
  if (!names.includes(name)) return name;
  for (let n = 2; ; n += 1) if (!names.includes(`${name} ${n}`)) return `${name} ${n}`;
}
