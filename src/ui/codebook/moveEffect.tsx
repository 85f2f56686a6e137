import { useId } from "react";
import type { StanceRule } from "../../model/merge.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Entry } from "../parts/entry.ts";
import { plural } from "./counts.ts";
import { nouns } from "./entryDetail.tsx";
import { effectOf, rulesOf } from "./merging.ts";
import type { Tab } from "./place.ts";

interface MoveEffectProps {
  readonly live: LiveProject;
  readonly tab: Exclude<Tab, "fields">;
  /** The entries that are deleted. */
  readonly from: readonly string[];
  /** The one that takes their place. */
  readonly into: Entry;
  readonly rule: StanceRule;
  readonly onRule: (rule: StanceRule) => void;
}

/** What becomes of statements that get another entry in place of a deleted one, their stances too. */
export function MoveEffect({ live, tab, from, into, rule, onRule }: MoveEffectProps) {
  const id = useId();
  const { several, conflicts } = effectOf(live, tab, into.key, from);
  if (tab === "organisations") return null;
  return (
    <>
      <div className="codebook-effect" role="status">
        {tab === "topics" && <p>Each keeps its stance, from then on towards “{into.name}”.</p>}
        {several > 0 && (
          <p>
            {plural(several, "statement")} would have this {nouns[tab]} twice, and{" "}
            {several === 1 ? "has" : "have"} it once.
          </p>
        )}
      </div>
      {conflicts > 0 && (
        <fieldset className="codebook-radios">
          <legend className="label">
            {plural(conflicts, "statement")} {conflicts === 1 ? "has" : "have"} two different
            stances
          </legend>
          {rulesOf(tab, into.name, []).map(([each, label]) => (
            <label key={each}>
              <input
                type="radio"
                name={`${id}rule`}
                checked={rule === each}
                onChange={() => onRule(each === "discuss" ? "discuss" : "keep")}
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
