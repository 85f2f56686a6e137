import type { ProjectBundle } from "../../model/bundle.ts";
import type { Problem } from "../../model/problem.ts";
import type { Skipped } from "../../import/format.ts";
import { ProblemText } from "../parts/problemText.tsx";
import type { ImportState, Source } from "./importState.ts";

interface ImportReportProps {
  readonly state: ImportState;
  readonly onMerge: (bundle: ProjectBundle) => void;
  readonly onOpenProject: (bundle: ProjectBundle, asCopy: boolean) => void;
}

/** Up to so many problems are said one under the other; more of them in a list. */
const mostInFull = 4;

/** What was read, what was left out, and why; the projects among the files. */
export function ImportReport({ state, onMerge, onOpenProject }: ImportReportProps) {
  const { sources, drafts } = state;
  const problems = sources.filter((source) => source.kind === "problem");
  const skipped = sources.flatMap((source) =>
    source.kind === "articles" || source.kind === "table"
      ? source.skipped.map((each) => ({ ...each, name: source.name }))
      : [],
  );
  const left = drafts.filter(({ include }) => !include).length;
  const several = sources.length + drafts.length > 2 || skipped.length > 0;
  return (
    <>
      {sources.map(
        (source) =>
          source.kind === "project" && (
            <ProjectFound
              key={source.key}
              bundle={source.bundle}
              onMerge={onMerge}
              onOpen={onOpenProject}
            />
          ),
      )}
      {several && (
        <p className="import-summary" role="status">
          <strong>
            {count(drafts.length, "article")} in {count(sources.length - problems.length, "file")}
          </strong>
          {left > 0 && ` · ${left.toLocaleString()} not chosen`}
          {skipped.length > 0 && ` · ${count(skipped.length, "part")} left out`}
          {problems.length > 0 && ` · ${count(problems.length, "file")} not read`}
        </p>
      )}
      {problems.length <= mostInFull ? (
        problems.map(({ key, problem }) => <ProblemText key={key} problem={problem} />)
      ) : (
        <ProblemList problems={problems} />
      )}
      {skipped.length > 0 && <SkippedList skipped={skipped} />}
    </>
  );
}

function ProblemList({ problems }: { problems: readonly (Source & { problem: Problem })[] }) {
  return (
    <div className="problem import-problems" role="alert">
      <strong>{problems.length.toLocaleString()} files were not read</strong>
      <ul>
        {problems.slice(0, 500).map(({ key, problem }) => (
          <li key={key}>
            {problem.what} {problem.remedy}
          </li>
        ))}
      </ul>
    </div>
  );
}

function SkippedList({ skipped }: { skipped: readonly (Skipped & { readonly name: string })[] }) {
  return (
    <details className="import-skipped">
      <summary>{count(skipped.length, "part")} of these files left out</summary>
      <ul>
        {skipped.slice(0, 500).map(({ name, what, why }, i) => (
          <li key={`${name} ${what} ${String(i)}`}>
            {what} of {name}: {why}
          </li>
        ))}
        {skipped.length > 500 && <li>and {(skipped.length - 500).toLocaleString()} more</li>}
      </ul>
    </details>
  );
}

interface ProjectFoundProps {
  readonly bundle: ProjectBundle;
  readonly onMerge: (bundle: ProjectBundle) => void;
  readonly onOpen: (bundle: ProjectBundle, asCopy: boolean) => void;
}

function ProjectFound({ bundle, onMerge, onOpen }: ProjectFoundProps) {
  return (
    <section className="draft">
      <h3>Project “{bundle.project.name}”</h3>
      <p>
        {bundle.articles.length} articles, {bundle.statements.length} statements,{" "}
        {bundle.speakers.length} speakers, {bundle.topics.length} topics. It becomes a project of
        its own beside the one that is open.
      </p>
      <div className="draft-actions">
        <button type="button" className="button primary" onClick={() => onOpen(bundle, false)}>
          Add and open project
        </button>
        <button type="button" className="button" onClick={() => onOpen(bundle, true)}>
          As a copy
        </button>
        <button type="button" className="button" onClick={() => onMerge(bundle)}>
          Merge into this project …
        </button>
      </div>
    </section>
  );
}

/** "1 file", "12 files". */
function count(number: number, noun: string): string {
  return `${number.toLocaleString()} ${noun}${number === 1 ? "" : "s"}`;
}
