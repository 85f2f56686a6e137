import type { Topic } from "../../model/codebook.ts";
import type { TopicId } from "../../model/id.ts";
import { extentOf } from "../../model/merge.ts";
import { printFilter } from "../../model/query/filter.ts";
import { branchesOf, subtreeOf, topDown, waysTo } from "../../model/topicTree.ts";
import { editTopic, moveTopic, type TopicDetails } from "../../store/codebookTopics.ts";
import { useRecords } from "../live.ts";
import { orNotice } from "../parts/notices.tsx";
import { addressOf, start } from "../route.ts";
import { ColourField } from "./colourField.tsx";
import { extentText, type Counts } from "./counts.ts";
import type { DetailProps } from "./entryDetail.tsx";
import { EntryStatements } from "./entryStatements.tsx";
import { SavedField } from "./savedField.tsx";
import { noExtent } from "./useEntries.ts";

/** What the codebook says of a topic, each part saved when it is left. */
export function TopicDetail({ live, actor, entry, counts, nameRef }: DetailProps<Topic>) {
  const statements = useRecords(live, "statements");
  const save =
    <K extends keyof TopicDetails>(part: K) =>
    (value: TopicDetails[K]) =>
      editTopic(actor, entry.id, part, value);
  return (
    <>
      <div className="detail-grid">
        <SavedField
          label="Name"
          className="wide"
          value={entry.name}
          onSave={save("name")}
          inputRef={nameRef}
        />
        <SavedField
          label="Definition"
          className="wide"
          lines
          value={entry.definition}
          onSave={save("definition")}
          placeholder="What belongs to it, and what does not"
          hint="Shown while tagging."
        />
        <SavedField
          label="Keywords"
          className="wide"
          lines
          value={entry.keywords.join("\n")}
          onSave={(text) => save("keywords")(linesOf(text))}
          placeholder={"tariff\n/customs? dut(y|ies)/"}
          hint="One a line: words as they are, or a regular expression between slashes."
        />
        <ParentField live={live} actor={actor} entry={entry} />
        <SavedField
          label="Shortcut key"
          value={entry.shortcut.toUpperCase()}
          onSave={(key) => save("shortcut")(key.trim())}
          maxLength={1}
          hint="A letter that gives it to the selection in Read."
        />
        <ColourField value={entry.colour} onSave={save("colour")} />
      </div>
      <EntryStatements
        live={live}
        statements={statements.filter(({ topics }) => topics.some((t) => t.topicId === entry.id))}
        extent={counts.get(entry.id) ?? noExtent}
        filter={{ topic: entry.id }}
        topicId={entry.id}
      />
      <BelowExtent live={live} entry={entry} counts={counts} />
    </>
  );
}

function ParentField({ live, actor, entry }: Pick<DetailProps<Topic>, "live" | "actor" | "entry">) {
  const topics = useRecords(live, "topics");
  const branches = branchesOf(topics);
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const own = new Set(subtreeOf(branches, entry).map(({ id }) => id));
  const parents = topDown(branches).filter(
    ({ id, archived }) => !own.has(id) && (!archived || id === entry.parentId),
  );
  const move = (parentId: TopicId | null) =>
    orNotice(moveTopic(actor, entry.id, parentId, branches.get(parentId)?.length ?? 0));
  return (
    <label className="stacked">
      <span className="label">Stands below</span>
      <select
        className="field"
        value={entry.parentId ?? ""}
        onChange={({ target }) =>
          void move(parents.find(({ id }) => id === target.value)?.id ?? null)
        }
      >
        <option value="">nothing (top level)</option>
        {parents.map((topic) => (
          <option key={topic.id} value={topic.id}>
            {"\u00a0\u00a0".repeat(waysTo(byId, topic).length) + topic.name}
          </option>
        ))}
      </select>
      <span className="form-hint by-keys">
        Or drag it in the tree, or move it with Alt and the arrows.
      </span>
    </label>
  );
}

/** What a topic has together with those below it. */
function BelowExtent({
  live,
  entry,
  counts,
}: Pick<DetailProps<Topic>, "live" | "entry"> & { readonly counts: Counts }) {
  const topics = useRecords(live, "topics");
  const statements = useRecords(live, "statements");
  const below = new Set(subtreeOf(branchesOf(topics), entry).map(({ id }) => id));
  if (below.size === 1 || ![...below].some((id) => counts.has(id))) return null;
  const among = statements.filter((one) => one.topics.some(({ topicId }) => below.has(topicId)));
  const where = printFilter({
    is: "one of",
    attribute: "topic",
    values: [entry.id],
    below: true,
    stances: [],
  });
  return (
    <p className="form-hint">
      With the topics below it: {extentText(extentOf(among))}.{" "}
      <a href={addressOf({ ...start, projectId: live.id, view: "statements", filter: { where } })}>
        Show them in Statements
      </a>
    </p>
  );
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
