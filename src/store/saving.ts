import type { Problem } from "../model/problem.ts";

/** What the status bar says of the last thing that was done. */
export type SaveState =
  | { readonly state: "saved" }
  | { readonly state: "saving" }
  | { readonly state: "failed"; readonly problem: Problem };

/** Counts the transactions under way, and remembers how the last one ended. */
export class Saving {
  #underWay = 0;
  #state: SaveState = { state: "saved" };
  readonly #listeners = new Set<() => void>();

  get state(): SaveState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  begin(): void {
    this.#underWay += 1;
    this.#set({ state: "saving" });
  }

  /** To be called only after the transaction completed, or failed and left nothing behind. */
  end(problem: Problem | null): void {
    this.#underWay -= 1;
    if (problem) this.#set({ state: "failed", problem });
    else if (this.#underWay === 0) this.#set({ state: "saved" });
  }

  #set(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
