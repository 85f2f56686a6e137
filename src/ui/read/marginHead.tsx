import type { Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { SuggestionSettings } from "../suggest/suggestionSettings.tsx";

interface MarginHeadProps {
  readonly live: LiveProject;
  /** How many statements stand in the text. */
  readonly placed: number;
  /** Those whose words are gone from it. */
  readonly lost: readonly Statement[];
  /** How many are suggested. */
  readonly proposed: number;
  readonly onLost: (statement: Statement) => void;
  readonly onAcceptMany: () => void;
}

/** How many statements there are, what waits to be placed again, and the settings of suggestions. */
export function MarginHead(props: MarginHeadProps) {
  const { live, placed, lost, proposed } = props;
  const [first] = lost;
  return (
    <h2 className="overline pane-margin-head">
      <span>
        Statements <span className="pane-count">{placed}</span>
      </span>
      {first && (
        <button
          type="button"
          className="button small lost-jump"
          onClick={() => props.onLost(first)}
        >
          {lost.length} to place again
        </button>
      )}
      <SuggestionSettings live={live} count={proposed} onAcceptMany={props.onAcceptMany} />
    </h2>
  );
}
