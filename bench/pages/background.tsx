import "../../src/withoutEval.ts";
import "../../src/ui/tokens.css";
import "../../src/ui/base.css";
import { createRoot } from "react-dom/client";
import type { ProjectBundle } from "../../src/model/bundle.ts";
import { addProject } from "../../src/store/projects.ts";
import { Store } from "../../src/store/store.ts";
import { App } from "../../src/ui/app.tsx";
import { go, start } from "../../src/ui/route.ts";

const store = new Store("bench-background");

interface Seen {
  frames: number[];
  tasks: number[];
}
const seen: Seen = { frames: [], tasks: [] };

const target = {
  async prepare(bundle: ProjectBundle): Promise<void> {
    const added = await addProject(store, bundle);
    if (!added.ok) throw new Error(added.problem.what);
  },

  /** The app itself, in its Read view. */
  show(projectId: ProjectBundle["project"]["id"]): void {
    go({ ...start, projectId, view: "read" });
    const place = document.getElementById("app");
    if (place) createRoot(place).render(<App store={store} />);
  },

  /** From now on keeps the time between each two frames, and each long task. */
  watch(): void {
    let last = performance.now();
    const frame = () => {
      const now = performance.now();
      seen.frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration);
    }).observe({ entryTypes: ["longtask"] });
  },

  /** The frames and long tasks since it was last asked, in milliseconds. */
  seen(): Seen {
    return { frames: seen.frames.splice(0), tasks: seen.tasks.splice(0) };
  },
};

Object.assign(globalThis, { target });
