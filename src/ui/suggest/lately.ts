import type { LiveProject } from "../../store/liveProject.ts";

/** How the latest suggestions were answered. */
interface Lately {
  readonly answered: number;
  readonly accepted: number;
}

/** How many of the latest answers are looked at. */
const latest = 10;

/** Of the last suggestions that were answered, how many were accepted. */
export function lately(live: LiveProject): Lately {
  const answers = [
    ...live
      .all("statements")
      .filter(({ origin }) => origin === "suggested")
      .map(({ createdAt }) => ({ at: createdAt, accepted: true })),
    ...live.all("rejections").map(({ createdAt }) => ({ at: createdAt, accepted: false })),
  ]
    .toSorted((a, b) => b.at - a.at)
    .slice(0, latest);
  return {
    answered: answers.length,
    accepted: answers.filter(({ accepted }) => accepted).length,
  };
}
