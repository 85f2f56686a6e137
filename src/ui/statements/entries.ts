import type { Attribute } from "../../model/query/attribute.ts";
import { valueName } from "../../model/query/attribute.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { organisationEntry, speakerEntry, topicEntry, type Entry } from "../parts/entry.ts";

/** What has no colour of its own. */
const plain = "#475569";

/** The entries of one part of the codebook that may still be given, in the order of their lists. */
export function entriesOf(
  live: LiveProject,
  table: "speakers" | "topics" | "organisations",
): Entry[] {
  if (table === "organisations")
    return live
      .all("organisations")
      .filter((one) => !one.archived)
      .map(organisationEntry)
      .toSorted(byName);
  if (table === "topics")
    return live
      .all("topics")
      .filter((topic) => !topic.archived)
      .toSorted((a, b) => a.position - b.position)
      .map(topicEntry);
  return live
    .all("speakers")
    .filter((speaker) => !speaker.archived)
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((s) => speakerEntry(s, live.get("organisations", s.organisationId ?? "")));
}

/** The values that a filter offers for an attribute: archived entries too, since statements have them. */
export function offeredValues(live: LiveProject, attribute: Attribute): Entry[] {
  const { kind, id } = attribute;
  if (kind.is === "choice") return kind.choices.map((value) => valueEntry(live, attribute, value));
  if (kind.is === "entry") {
    if (kind.table === "topics")
      return live
        .all("topics")
        .toSorted((a, b) => a.position - b.position)
        .map(topicEntry);
    if (kind.table === "speakers")
      return live
        .all("speakers")
        .map((s) => speakerEntry(s, live.get("organisations", s.organisationId ?? "")));
    return live
      .all(kind.table)
      .map((record) => valueEntry(live, attribute, record.id))
      .toSorted(byName);
  }
  const values = new Set<string>();
  if (id.startsWith("field-"))
    for (const statement of live.all("statements"))
      for (const value of attribute.values(statement)) values.add(value);
  // The other names are those of articles: one statement each is enough to ask.
  else
    for (const { id: articleId } of live.all("articles")) {
      const [statement] = live.statementsOf(articleId);
      for (const value of statement ? attribute.values(statement) : []) values.add(value);
    }
  return [...values].map((value) => valueEntry(live, attribute, value)).toSorted(byName);
}

/** A value of an attribute as an entry. */
export function valueEntry(live: LiveProject, attribute: Attribute, value: string): Entry {
  const { kind } = attribute;
  const record = kind.is === "entry" ? live.get(kind.table, value) : undefined;
  const colour = record && "colour" in record ? record.colour : plain;
  return {
    key: value,
    made: true,
    name: valueName(live, attribute, value),
    aliases: [],
    hint: "",
    colour,
  };
}

function byName(a: Entry, b: Entry): number {
  return a.name.localeCompare(b.name, undefined, { numeric: true });
}
