import { useLiveQuery } from "dexie-react-hooks";
import { useState } from "react";
import type { Article } from "../../model/article.ts";
import type { ArticleId } from "../../model/id.ts";
import { occurrences } from "../../model/keyword.ts";
import { nextColour } from "../../model/codebook.ts";
import { overlap, type Range } from "../../model/range.ts";
import { branchesOf, topDown } from "../../model/topicTree.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { tagEvery } from "../../store/statements.ts";
import type { Actor } from "../../store/store.ts";
import { useRecords } from "../live.ts";
import { speakerEntry, topicEntry } from "../parts/entry.ts";
import { Dialog } from "../parts/dialog.tsx";
import { DialogFoot } from "../parts/dialogFoot.tsx";
import { EntryField } from "../parts/entryField.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { emptyValue, taggingOf, withTopics, type FormValue } from "./formValue.ts";
import "./everyOccurrence.css";

interface EveryOccurrenceProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly article: Article;
  /** The words to look for at first. */
  readonly initial: string;
  readonly last: Pick<FormValue, "speakers" | "topics"> | null;
  readonly onClose: () => void;
}

interface Found {
  readonly article: Article;
  readonly text: string;
  readonly range: Range;
  /** Whether a statement covers it already. */
  readonly tagged: boolean;
}

/** As many as a person looks over; more are counted, and tagged only with narrower words. */
const most = 500;

/** Tags every place where some words stand, after a look at each. */
export function EveryOccurrence(props: EveryOccurrenceProps) {
  const { live, actor, article, initial, last, onClose } = props;
  const [words, setWords] = useState(initial);
  const [everywhere, setEverywhere] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [labels, setLabels] = useState<Pick<FormValue, "speakers" | "topics">>(
    last ?? { speakers: [], topics: [] },
  );
  const speakers = useRecords(live, "speakers")
    .filter(({ archived }) => !archived)
    .map((s) => speakerEntry(s, undefined));
  const topics = topDown(
    branchesOf(useRecords(live, "topics").filter(({ archived }) => !archived)),
  ).map(topicEntry);
  const found = useLiveQuery(
    () => findIn(live, everywhere ? live.all("articles") : [article], words),
    [live, article, words, everywhere],
  );
  const all = found ?? [];
  const chosen = all.slice(0, most).filter((one) => !left.has(keyOf(one)) && !one.tagged);

  const tag = async () => {
    const places = chosen.map((one) => ({ articleId: one.article.id, ranges: [one.range] }));
    const value: FormValue = { ...emptyValue("", []), ...labels };
    const made = await orNotice(tagEvery(actor, places, taggingOf(live, value, [])));
    if (!made) return;
    notice(`${made.length} statements tagged`);
    onClose();
  };
  return (
    <Dialog
      title="Tag every occurrence"
      size="large"
      onClose={onClose}
      foot={
        <DialogFoot onCancel={onClose} onAct={tag} disabled={chosen.length === 0}>
          Tag {chosen.length} {chosen.length === 1 ? "statement" : "statements"}
        </DialogFoot>
      }
    >
      <div className="every-form">
        <label className="stacked">
          <span className="label">Words</span>
          <input
            className="field"
            value={words}
            dir="auto"
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        <label className="every-scope">
          <input
            type="checkbox"
            checked={everywhere}
            onChange={(event) => setEverywhere(event.target.checked)}
          />
          In all articles of the project
        </label>
        <div className="every-labels">
          <EntryField
            label="Speaker"
            entries={speakers}
            value={labels.speakers}
            onChange={(entries) => setLabels({ ...labels, speakers: entries })}
            placeholder="The same for all, or none"
            newColour={nextColour(speakers)}
          />
          <EntryField
            label="Topics"
            entries={topics}
            value={labels.topics.map(({ entry }) => entry)}
            onChange={(entries) =>
              setLabels({ ...labels, topics: withTopics(labels.topics, entries) })
            }
            placeholder="The same for all, or none"
            newColour={nextColour(topics)}
          />
        </div>
      </div>
      <p aria-live="polite" className="form-hint">
        {all.length > most
          ? `${all.length.toLocaleString()} places; the first ${most} are shown. Narrower words find fewer.`
          : `${all.length} ${all.length === 1 ? "place" : "places"}`}
        {all.some(({ tagged }) => tagged) && ", some of them in a statement already"}
      </p>
      <ul className="every-list">
        {all.slice(0, most).map((one) => (
          <li key={keyOf(one)}>
            <label>
              <input
                type="checkbox"
                disabled={one.tagged}
                checked={!one.tagged && !left.has(keyOf(one))}
                onChange={(event) => {
                  const next = new Set(left);
                  if (event.target.checked) next.delete(keyOf(one));
                  else next.add(keyOf(one));
                  setLeft(next);
                }}
              />
              <span dir="auto">
                … {one.text.slice(Math.max(0, one.range.start - 50), one.range.start)}
                <mark>{one.text.slice(one.range.start, one.range.end)}</mark>
                {one.text.slice(one.range.end, one.range.end + 50)} …
                {one.tagged && <em> tagged already</em>}
                {everywhere && <small>{one.article.title}</small>}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

async function findIn(
  live: LiveProject,
  articles: readonly Article[],
  words: string,
): Promise<readonly Found[]> {
  if (words.trim() === "") return [];
  const found: Found[] = [];
  for (const article of articles) {
    const text = (await live.store.text(article.textId))?.text ?? "";
    const statements = live.statementsOf(article.id).filter(({ lost }) => !lost);
    for (const range of occurrences(text, words))
      found.push({
        article,
        text,
        range,
        tagged: statements.some(({ ranges }) => ranges.some((other) => overlap(other, range))),
      });
  }
  return found;
}

function keyOf({ article, range }: { article: { id: ArticleId }; range: Range }): string {
  return `${article.id} ${range.start}`;
}
