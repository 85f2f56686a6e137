import { useMemo } from "react";
import { fieldsOn, type Field } from "../../model/field.ts";
import type { Extent } from "../../model/merge.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";
import { plainColour, type Entry } from "../parts/entry.ts";
import type { Tab } from "./place.ts";
import { flatRows, topicRows, type Row } from "./rows.ts";

export const noExtent: Extent = { statements: 0, articles: 0 };

export function fieldEntry(field: Field): Entry {
  const { id, name } = field;
  return { key: id, made: true, name, aliases: [], hint: takes(field), colour: plainColour };
}

/** What a field takes, on what: "choice on statements". */
function takes({ kind, on }: Field): string {
  return `${kind} on ${on}s`;
}

/** An entry that is no longer offered. */
export interface Archived {
  readonly id: string;
  readonly name: string;
}

/** The rows of a tab: what is offered, as the search leaves it, and what is archived. */
export function useEntries(
  live: LiveProject,
  tab: Tab,
  shown: { readonly sought: string; readonly collapsed: ReadonlySet<string> },
): { rows: readonly Row[]; archived: readonly Archived[] } {
  const topics = useRecords(live, "topics");
  const speakers = useRecords(live, "speakers");
  const organisations = useRecords(live, "organisations");
  const fields = useRecords(live, "fields");
  return useMemo(() => {
    switch (tab) {
      case "topics":
        return {
          rows: topicRows(
            topics.filter(({ archived }) => !archived),
            shown,
          ),
          archived: archivedOf(topics),
        };
      case "speakers": {
        const names = new Map<string, string>(organisations.map(({ id, name }) => [id, name]));
        const list = speakers.map((speaker) => ({
          ...speaker,
          hint: [speaker.role, names.get(speaker.organisationId ?? "")].filter(Boolean).join(", "),
          found: speaker.aliases,
        }));
        return { rows: flatRows(offered(list), shown.sought), archived: archivedOf(speakers) };
      }
      case "organisations": {
        const list = organisations.map((one) => ({
          ...one,
          hint: one.type,
          colour: null,
          found: one.aliases,
        }));
        return { rows: flatRows(offered(list), shown.sought), archived: archivedOf(organisations) };
      }
      case "fields":
        return {
          rows: flatRows(fieldEntries(fields), shown.sought),
          archived: archivedOf(fields),
        };
    }
  }, [tab, shown, topics, speakers, organisations, fields]);
}

function fieldEntries(fields: readonly Field[]) {
  const inOrder = [...fieldsOn(fields, "statement"), ...fieldsOn(fields, "article")];
  return inOrder.map((field) => ({
    id: field.id,
    name: field.name,
    hint: takes(field),
    colour: null,
    found: field.choices,
  }));
}

const byName = new Intl.Collator(undefined, { numeric: true });

function offered<T extends { readonly name: string; readonly archived: boolean }>(
  entries: readonly T[],
): T[] {
  return entries
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => byName.compare(a.name, b.name));
}

function archivedOf(
  entries: readonly { readonly id: string; readonly name: string; readonly archived: boolean }[],
): Archived[] {
  return entries
    .filter(({ archived }) => archived)
    .toSorted((a, b) => byName.compare(a.name, b.name));
}
