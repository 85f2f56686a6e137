import { quoteOf } from "../../../model/statement.ts";
import type { LiveProject } from "../../../store/liveProject.ts";
import { labelsOf } from "../formValue.ts";
import type { Corrected, Effects } from "./effects.ts";

/** The statements that get other words, or lose all of theirs, with their old and new words. */
export function EffectList({ live, effects }: { live: LiveProject; effects: Effects }) {
  const { changed, lost } = effects;
  return (
    <>
      {changed.length === 0 && lost.length === 0 && (
        <p className="correct-hint">
          Every statement keeps to its words, wherever they move. Here stand those that get other
          words by your correction, or lose all of theirs.
        </p>
      )}
      <EffectGroup live={live} title="Lose all their words" entries={lost} />
      <EffectGroup live={live} title="Get other words" entries={changed} />
    </>
  );
}

interface EffectGroupProps {
  readonly live: LiveProject;
  readonly title: string;
  readonly entries: readonly Corrected[];
}

function EffectGroup({ live, title, entries }: EffectGroupProps) {
  if (entries.length === 0) return null;
  return (
    <section className="correct-effects" aria-label={title}>
      <h2 className="overline">
        {title} <span>{entries.length}</span>
      </h2>
      <ul>
        {entries.map(({ before, after, sign }) => (
          <li key={before.id}>
            <span className="correct-who">
              <span>{sign}</span>{" "}
              {labelsOf(live, before)
                .speakers.map(({ name }) => name)
                .join(", ") || "No speaker yet"}
            </span>
            <del dir="auto">{quoteOf(before)}</del>
            {!after.lost && <ins dir="auto">{quoteOf(after)}</ins>}
          </li>
        ))}
      </ul>
    </section>
  );
}
