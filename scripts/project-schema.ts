// What docs/project.schema.json holds: the rule that the program itself reads project files by, as
// JSON Schema, with a description of each field. A test keeps the file current; after a change,
// `npx vitest run tests/unit/export/project-schema.test.ts -u` writes it anew.
import { z } from "zod";
import { projectFileSchema } from "../src/model/projectFile.ts";

const offset = "in UTF-16 code units of the article text";

/** What each field means, by its place in the file. */
const descriptions: Readonly<Record<string, string>> = {
  $schema: "Where this schema stands; for editors, not read.",
  format: "Says that this is a Verbatim project file.",
  version: "Version of this format. A program refuses files of a version newer than its own.",
  project: "The project: a body of articles with one codebook.",
  "project.id": "Stays the same on every device, so that the same project is known again.",
  "project.name": "What people call it.",
  "project.createdAt": "When it was made, in milliseconds since 1970-01-01T00:00:00Z.",
  coders: "Who codes in this project.",
  "coders[].id": "What statements name the coder by.",
  "coders[].name": "The coder's name.",
  "coders[].colour": "The coder's colour, #rrggbb in lower case.",
  topics: "The topic tree.",
  "topics[].id": "What statements name the topic by.",
  "topics[].parentId":
    "The topic it stands under; null at the top level. No topic stands below itself.",
  "topics[].name": "The topic's name.",
  "topics[].colour": "The topic's colour, #rrggbb in lower case.",
  "topics[].definition": "What counts as this topic, and what does not.",
  "topics[].keywords": "Words that hint at the topic in a text.",
  "topics[].position": "Place among the topics of the same parent; smaller ones stand first.",
  organisations: "Bodies that speakers belong to.",
  "organisations[].id": "What speakers name the organisation by.",
  "organisations[].name": "The organisation's name.",
  speakers: "Persons and bodies that say things.",
  "speakers[].id": "What statements name the speaker by.",
  "speakers[].name": "The speaker's full name.",
  "speakers[].aliases": "Other names and short forms that articles use.",
  "speakers[].role": "Office or function; empty when not known.",
  "speakers[].organisationId": "The organisation the speaker belongs to; null for none.",
  "speakers[].colour": "The speaker's colour, #rrggbb in lower case.",
  "speakers[].note": "What the analysts noted on the speaker.",
  "topics[].shortcut": "A key of its own that gives the topic to the selection; empty for none.",
  "topics[].archived": "Whether it is no longer offered; what has it keeps it.",
  "organisations[].aliases": "Other names that articles use.",
  "organisations[].type":
    "What kind of body it is, in the project's own words; empty when not said.",
  "organisations[].archived": "Whether it is no longer offered; what has it keeps it.",
  "speakers[].archived": "Whether it is no longer offered; what has it keeps it.",
  fields: "Attributes that the project adds to its statements and articles.",
  "fields[].id": "What the values of statements and articles name the field by.",
  "fields[].on": "Which records have it.",
  "fields[].name": "The field's name.",
  "fields[].kind": "What its values are.",
  "fields[].choices": "What may be chosen, where the kind is choice; else empty.",
  "fields[].archived": "Whether it is no longer offered; what has a value of it keeps it.",
  "fields[].position":
    "Place among the fields of the same kind of record; smaller ones stand first.",
  views: "What the Statements view shows, and how, that was given a name.",
  "views[].id": "Names the view.",
  "views[].name": "The view's name.",
  "views[].filter":
    "What is shown, and how, by the names that the address of the Statements view uses. Without columns, those of the device are shown.",
  "articles[].section": "Part of the publication; empty when not known.",
  "articles[].fields": "Values by the field's id; a field without a value is not in it.",
  "statements[].fields": "Values by the field's id; a field without a value is not in it.",
  "statements[].comments": "What coders said about the statement, in order.",
  "statements[].comments[].coderId": "Who said it.",
  "statements[].comments[].at": "When, in milliseconds since 1970-01-01T00:00:00Z.",
  "statements[].comments[].text": "The comment.",
  rejections: "Suggestions that were turned down.",
  "rejections[].id": "Names the rejection.",
  "rejections[].articleId": "The article it was proposed for.",
  "rejections[].textId": "The version of the words it was proposed for.",
  "rejections[].ranges": "The words that were proposed.",
  "rejections[].ranges[].start": `Where they begin, ${offset}.`,
  "rejections[].ranges[].end": `Where they end, ${offset}; the first code unit after them.`,
  "rejections[].coderId": "Who turned it down.",
  "rejections[].createdAt": "When, in milliseconds since 1970-01-01T00:00:00Z.",
  learning: "What the suggestions have learnt from this project's coding; null for nothing yet.",
  "learning.weights": "Differences from the base model's weights, in base64.",
  "learning.cueWords": "Words that attribute, learnt besides those of the lexicon.",
  "learning.statements": "How many statements it was learnt from.",
  "learning.heldOut": "How suggestions for articles held out fared; null when too few to say.",
  "learning.heldOut.proposed": "How many were proposed.",
  "learning.heldOut.right": "How many of them were right.",
  "learning.forgotten":
    "Texts (textId) whose coding the analyst had forgotten: nothing is learnt from them again.",
  articles: "The articles with their words.",
  "articles[].id": "What statements name the article by.",
  "articles[].textId": "Names this version of the words; a correction gets a new one.",
  "articles[].title": "The headline; empty when not known. It is no part of the text.",
  "articles[].publisher": "Who published it; empty when not known.",
  "articles[].byline": "Who wrote it, as the article says; empty when not known.",
  "articles[].place": "Where it was written, by its dateline; empty when not known.",
  "articles[].publishedAt": "YYYY-MM-DD, YYYY-MM or YYYY (ISO 8601); empty when not known.",
  "articles[].url": "Where it was found; empty when not known.",
  "articles[].language": "BCP 47 language tag; empty when not known.",
  "articles[].progress": "How far its coding has come.",
  "articles[].note": "What the analysts noted on the article.",
  "articles[].createdAt": "When it was brought in, in milliseconds since 1970-01-01T00:00:00Z.",
  "articles[].text":
    "The article text: Unicode as it came, not normalised, its blocks joined by one LF, no CR. Every offset counts UTF-16 code units in it.",
  "articles[].content":
    "The document as ProseMirror JSON, where it is more than a paragraph for each line of the text.",
  statements: "Who said what about which topic.",
  "statements[].id": "Names the statement. Ids sort by the time at which statements were made.",
  "statements[].articleId": "The article it stands in.",
  "statements[].ranges":
    "The exact words: at least one range, sorted by position; they neither overlap nor touch. News splits a quote round its cue, so there may be several.",
  "statements[].ranges[].start": `Where it begins, ${offset}.`,
  "statements[].ranges[].end": `Where it ends (the first unit after it), ${offset}; greater than start.`,
  "statements[].ranges[].exact":
    "The words from start to end. A file in which the text has others is refused.",
  "statements[].ranges[].prefix": "Some of the text before it, to find it again in a changed text.",
  "statements[].ranges[].suffix": "Some of the text after it.",
  "statements[].speakerIds": "Who said it; several for a joint statement. None twice.",
  "statements[].topics": "What it is about. None twice.",
  "statements[].topics[].topicId": "The topic.",
  "statements[].topics[].stance":
    "The statement's position on this topic. “not set”: nobody has decided; “neutral”: somebody decided that it takes no side.",
  "statements[].quotation":
    "How it is said: in quotation marks (direct), in the reporter's words (indirect), partly in each (mixed), or as speech that runs on without a new cue (continued).",
  "statements[].lost":
    "Whether the article text was corrected and the statement's words are gone from it: its ranges then hold the old words and where they stood. False when not given.",
  "statements[].cue": "The words that attribute it, such as “Wang said”; null when not marked.",
  "statements[].cue.start": `Where the cue begins, ${offset}.`,
  "statements[].cue.end": `Where the cue ends (the first unit after it), ${offset}.`,
  "statements[].note": "What the coder noted.",
  "statements[].coderId": "Who coded it.",
  "statements[].origin":
    "How it came to be: marked by hand, suggested by the program, or imported.",
  "statements[].toDiscuss": "Whether it is marked to be talked over.",
  "statements[].createdAt": "When it was made, in milliseconds since 1970-01-01T00:00:00Z.",
  "statements[].updatedAt": "When it was last changed, in milliseconds since 1970-01-01T00:00:00Z.",
};

type Schema = z.core.JSONSchema.JSONSchema;

/** The JSON Schema (2020-12) of a project file. */
export function projectSchema(): object {
  const used = new Set<string>();
  const { $schema, ...rest } = z.toJSONSchema(projectFileSchema, { io: "input" });
  const schema = described(rest, "", used);
  const unused = Object.keys(descriptions).filter((field) => !used.has(field));
  if (unused.length > 0) throw new RangeError(`There is no field ${unused.join(", ")}`);
  return {
    $schema,
    $id: "urn:verbatim:project:1",
    title: "Verbatim project file",
    description:
      "A whole project of Verbatim as JSON: who said what about which topic in which article. docs/file-formats.md says what a schema cannot: ids name records of the same file, and ranges hold the words that they say.",
    ...schema,
  };
}

/** A schema with the descriptions of its fields; `field` is where it stands. */
function described(schema: Schema, field: string, used: Set<string>): Schema {
  // Zod's word for arrays that the program does not change; to others it would say "never sent".
  const { readOnly: _, properties, items, anyOf, ...rest } = schema;
  const result: Schema = { ...rest };
  if (anyOf) result.anyOf = anyOf.map((one) => described(one, field, used));
  if (isSchema(items)) result.items = described(items, `${field}[]`, used);
  if (properties) {
    result.properties = {};
    for (const [key, value] of Object.entries(properties)) {
      const name = field === "" ? key : `${field}.${key}`;
      const description = descriptions[name];
      if (!isSchema(value) || description === undefined)
        throw new RangeError(`Nothing describes the field ${name}`);
      used.add(name);
      result.properties[key] = { description, ...described(value, name, used) };
    }
  }
  return result;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
