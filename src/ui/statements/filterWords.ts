import type { Attribute } from "../../model/query/attribute.ts";
import { valueName } from "../../model/query/attribute.ts";
import type { Filter, Test } from "../../model/query/filter.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { dateText } from "../parts/dateText.ts";
import { stanceNames } from "../parts/stance.tsx";

/** A filter as a sentence reads it: "Speakers are Wang Yi or Li, and Note is not empty". */
export function filterWords(
  live: LiveProject,
  attributes: readonly Attribute[],
  filter: Filter,
): string {
  const inner = (part: Filter): string => {
    const words = filterWords(live, attributes, part);
    return part.is === "all" || part.is === "any" ? `(${words})` : words;
  };
  switch (filter.is) {
    case "all":
      return filter.of.map(inner).join(" and ") || "everything";
    case "any":
      return filter.of.map(inner).join(" or ") || "nothing";
    case "not":
      if (filter.of.is === "any") return `none of ${inner(filter.of)}`;
      if (filter.of.is === "all" || filter.of.is === "not") return `not ${inner(filter.of)}`;
      return testWords(live, attributes, filter.of, true);
    default:
      return testWords(live, attributes, filter, false);
  }
}

function testWords(
  live: LiveProject,
  attributes: readonly Attribute[],
  test: Test,
  not: boolean,
): string {
  const attribute = attributes.find(({ id }) => id === test.attribute);
  if (!attribute) return "a field that is no longer there";
  const { label } = attribute;
  const no = not ? "not " : "";
  switch (test.is) {
    case "empty":
      return `${label}: ${not ? "not empty" : "empty"}`;
    case "has":
      return `${label}: ${not ? "without" : "with"} “${test.words}”`;
    case "one of": {
      const values = test.values.map((value) => valueName(live, attribute, value)).join(" or ");
      const below = test.below && test.attribute === "topic" ? " with subtopics" : "";
      const stances = test.stances.map((stance) => stanceNames[stance].toLowerCase()).join(" or ");
      return `${label}: ${no}${values}${below}${stances && ` (${stances})`}`;
    }
    case "between": {
      const say = (bound: string) => (attribute.kind.is === "date" ? dateText(bound) : bound);
      const from = test.from === null ? "" : `from ${say(test.from)}`;
      const to = test.to === null ? "" : `to ${say(test.to)}`;
      return `${label}: ${no}${[from, to].filter(Boolean).join(" ")}`;
    }
  }
}
