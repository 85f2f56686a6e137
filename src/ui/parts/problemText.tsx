import type { Problem } from "../../model/problem.ts";

/** Says in place what is wrong and what to do. */
export function ProblemText({ problem }: { readonly problem: Problem }) {
  return (
    <div className="problem" role="alert">
      <strong>{problem.what}</strong>
      {problem.remedy}
    </div>
  );
}
