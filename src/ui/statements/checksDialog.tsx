import { CircleCheck } from "lucide-react";
import { useEffect, useState } from "react";
import type { Article } from "../../model/article.ts";
import type { ArticleId } from "../../model/id.ts";
import { checkIds, checkSteps, type CheckId, type Findings } from "../../model/query/checks.ts";
import { quoteOf } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";
import { Dialog } from "../parts/dialog.tsx";
import type { Route } from "../route.ts";
import { placeOf } from "./cell.tsx";
import { checkNames } from "./checkNames.ts";
import { inSlices } from "./inSlices.ts";
import { inReadingOrder, misplacedIn } from "./shown.ts";
import "./checksDialog.css";

interface ChecksDialogProps {
  readonly live: LiveProject;
  readonly route: Route;
  readonly onShow: (check: CheckId) => void;
  readonly onClose: () => void;
}

/** Passages shown of each finding. */
const examples = 3;

/** What to look at before an export: how many statements each check finds, and the way to them. */
export function ChecksDialog({ live, route, onShow, onClose }: ChecksDialogProps) {
  const articles = useRecords(live, "articles");
  const findings = useFindings(live);
  const clean = findings && checkIds.every((id) => findings[id].length === 0);
  return (
    <Dialog
      title="Checks before an export"
      size="large"
      onClose={onClose}
      foot={
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      }
    >
      <p className="checks-state" aria-live="polite">
        {!findings
          ? "Looking through the statements and the article texts …"
          : clean
            ? "Nothing was found: every statement has what it needs."
            : "What each check found. None of it keeps you from exporting."}
      </p>
      <ul className="checks">
        {checkIds.map((id) => {
          const found = findings?.[id];
          const { label, why } = checkNames[id];
          return (
            <li key={id} className="check">
              <div className="check-head">
                <h3>{label}</h3>
                {found?.length === 0 ? (
                  <span className="check-good">
                    <CircleCheck size={14} aria-hidden /> none
                  </span>
                ) : (
                  <button
                    type="button"
                    className="button small"
                    disabled={!found}
                    aria-label={found ? `Show ${found.length} statements: ${label}` : label}
                    onClick={() => onShow(id)}
                  >
                    {found ? `Show ${found.length.toLocaleString()}` : "…"}
                  </button>
                )}
              </div>
              <p>{why}</p>
              {found && found.length > 0 && (
                <ul className="check-examples">
                  {found.slice(0, examples).map((statementId) => {
                    const statement = live.get("statements", statementId);
                    return (
                      statement && (
                        <li key={statementId}>
                          <a href={placeOf(route, statement)} dir="auto">
                            {statement.lost ? <del>{quoteOf(statement)}</del> : quoteOf(statement)}
                          </a>
                          {id === "same text" && (
                            <span className="check-copies" dir="auto">
                              {copiesIn(articles, statement.articleId)}
                            </span>
                          )}
                        </li>
                      )
                    );
                  })}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

/** Articles with the same text that are named; of more, the number is said. */
const namedCopies = 3;

/** In which article a statement stands, and which others have the same text. */
function copiesIn(articles: readonly Article[], id: ArticleId): string {
  const own = articles.find((article) => article.id === id);
  if (!own) return "";
  const others = articles.filter(({ textHash }) => textHash === own.textHash);
  const names = others.filter((article) => article !== own).map(sourceOf);
  const more = names.length - namedCopies;
  const named = names.slice(0, namedCopies).join(", ");
  return `${sourceOf(own)}; the same text: ${named}${more > 0 ? ` and ${more.toLocaleString()} more` : ""}`;
}

function sourceOf({ title, publisher }: Article): string {
  const name = `“${title || "Untitled article"}”`;
  return publisher ? `${name} (${publisher})` : name;
}

/** What the checks find; null while they look. Looks again when something changes. */
function useFindings(live: LiveProject): Findings | null {
  const [findings, setFindings] = useState<Findings | null>(null);
  const statements = useRecords(live, "statements");
  const articles = useRecords(live, "articles");
  const speakers = useRecords(live, "speakers");
  useEffect(() => {
    const stop = new AbortController();
    const look = async () => {
      const misplaced = await misplacedIn(live, stop.signal);
      return inSlices(checkSteps(inReadingOrder(live), live, misplaced), stop.signal);
    };
    void look().then(setFindings, (error: unknown) => {
      if (!stop.signal.aborted) throw error;
    });
    return () => stop.abort();
    // What the checks read of the project changes with these.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [live, statements, articles, speakers]);
  return findings;
}
