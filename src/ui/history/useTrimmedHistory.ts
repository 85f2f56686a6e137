import { useEffect } from "react";
import { trimHistory } from "../../store/history.ts";
import type { LiveProject } from "../../store/liveProject.ts";

/** The part of the page's storage that the history may take, and a bound where there is no end to it. */
const share = 0.1;
const most = 256 * 2 ** 20;

/** Keeps the history within its share, each time a project is opened, when nothing else is to do. */
export function useTrimmedHistory(live: LiveProject): void {
  useEffect(() => {
    const trim = async () => {
      const { quota = most } = (await navigator.storage?.estimate()) ?? {};
      await trimHistory(live.store, live.id, Math.min(most, quota * share));
    };
    const wait = setTimeout(() => void trim().catch(() => undefined), 5000); // the next opening tries again
    return () => clearTimeout(wait);
  }, [live]);
}
