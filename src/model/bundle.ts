import { textOf, parseDocument } from "./document.ts";
import type { Article, ArticleText } from "./article.ts";
import { holds } from "./anchor.ts";
import type { Coder, Organisation, Speaker, Topic } from "./codebook.ts";
import { fieldFault, type Field, type FieldValues } from "./field.ts";
import type { FieldId } from "./id.ts";
import type { NamedView, Project } from "./project.ts";
import type { Learning } from "./learning.ts";
import type { Rejection } from "./rejection.ts";
import { insidePair, type Range } from "./range.ts";
import type { Statement } from "./statement.ts";

/** A whole project as one plain value: what is exchanged, backed up and exported. */
export interface ProjectBundle {
  readonly project: Project;
  readonly coders: readonly Coder[];
  readonly topics: readonly Topic[];
  readonly organisations: readonly Organisation[];
  readonly speakers: readonly Speaker[];
  readonly fields: readonly Field[];
  readonly views: readonly NamedView[];
  readonly rejections: readonly Rejection[];
  readonly learning: Learning | null;
  readonly articles: readonly Article[];
  readonly texts: readonly ArticleText[];
  readonly statements: readonly Statement[];
}

/** What is wrong in a bundle, and where: `statements[3].topics[0].topicId`. */
export interface Fault {
  readonly path: string;
  readonly what: string;
}

/**
 * The first thing that does not hold between the records of a bundle, each of them being right by
 * its own schema; null when the bundle may become a project. Linear in the bundle's size.
 */
export function faultOf(bundle: ProjectBundle): Fault | null {
  for (const list of lists) {
    const fault = foreignOrTwice(list, bundle[list], bundle.project.id);
    if (fault) return fault;
  }
  return (
    fieldsFault(bundle) ??
    topicFault(bundle) ??
    speakerFault(bundle) ??
    articleFault(bundle) ??
    statementFault(bundle) ??
    rejectionFault(bundle)
  );
}

const lists = [
  "coders",
  "topics",
  "organisations",
  "speakers",
  "fields",
  "views",
  "rejections",
  "articles",
  "texts",
  "statements",
] as const;

function foreignOrTwice(
  list: string,
  records: readonly { readonly id: string; readonly projectId: string }[],
  projectId: string,
): Fault | null {
  const seen = new Set<string>();
  for (const [i, { id, projectId: of }] of records.entries()) {
    if (seen.has(id)) return { path: `${list}[${i}].id`, what: `the id ${id} stands twice` };
    if (of !== projectId)
      return { path: `${list}[${i}].projectId`, what: `it belongs to another project, ${of}` };
    seen.add(id);
  }
  return null;
}

/** A value for a field that is not there, or that does not fit it. */
function fieldsFault({ fields, articles, statements }: ProjectBundle): Fault | null {
  const byId = new Map(fields.map((field) => [field.id, field]));
  const faultIn = (path: string, on: Field["on"], values: FieldValues): Fault | null => {
    for (const [id, value] of Object.entries(values)) {
      const field = byId.get(id as FieldId); // keys are parsed as such
      if (!field || field.on !== on)
        return { path: `${path}.fields`, what: `${on}s have no field ${id}` };
      const what = value === undefined ? null : fieldFault(field, value);
      if (what) return { path: `${path}.fields`, what: `“${field.name}” ${what}` };
    }
    return null;
  };
  for (const [i, { fields: values }] of articles.entries()) {
    const fault = faultIn(`articles[${i}]`, "article", values);
    if (fault) return fault;
  }
  for (const [i, { fields: values }] of statements.entries()) {
    const fault = faultIn(`statements[${i}]`, "statement", values);
    if (fault) return fault;
  }
  return null;
}

function topicFault({ topics }: ProjectBundle): Fault | null {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  // Topics whose way up is known to end at the top level: each is walked over once.
  const rooted = new Set<string>();
  for (const [i, topic] of topics.entries()) {
    const path = `topics[${i}].parentId`;
    const way = new Set<string>();
    for (let at: Topic | undefined = topic; at && !rooted.has(at.id);) {
      if (way.has(at.id))
        return {
          path,
          what: `the topic “${topic.name}” stands below itself: its parents form a circle`,
        };
      way.add(at.id);
      if (at.parentId === null) break;
      const parent: Topic | undefined = byId.get(at.parentId);
      if (!parent) return { path, what: `there is no topic ${at.parentId}` };
      at = parent;
    }
    for (const id of way) rooted.add(id);
  }
  return null;
}

function speakerFault({ speakers, organisations }: ProjectBundle): Fault | null {
  const known = new Set(organisations.map(({ id }) => id));
  for (const [i, { organisationId }] of speakers.entries())
    if (organisationId !== null && !known.has(organisationId))
      return {
        path: `speakers[${i}].organisationId`,
        what: `there is no organisation ${organisationId}`,
      };
  return null;
}

function articleFault({ articles, texts }: ProjectBundle): Fault | null {
  const known = new Set(texts.map(({ id }) => id));
  for (const [i, { textId }] of articles.entries())
    if (!known.has(textId))
      return { path: `articles[${i}].textId`, what: `there is no text ${textId}` };
  for (const [i, { content, text }] of texts.entries()) {
    if (text.includes("\r"))
      return {
        path: `texts[${i}].text`,
        what: "it holds a carriage return; its lines must end in LF alone",
      };
    if (!text.isWellFormed())
      return { path: `texts[${i}].text`, what: "it holds half a character (a lone surrogate)" };
    const path = `texts[${i}].content`;
    try {
      if (textOf(parseDocument(content)) === text) continue;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { path, what: `it is no document (${error.message})` };
    }
    return { path, what: "its words are not those of the text" };
  }
  return null;
}

function statementFault(bundle: ProjectBundle): Fault | null {
  const words = new Map(bundle.texts.map(({ id, text }) => [id, text]));
  const texts = new Map(bundle.articles.map(({ id, textId }) => [id, words.get(textId) ?? ""]));
  const coders = new Set(bundle.coders.map(({ id }) => id));
  const speakers = new Set(bundle.speakers.map(({ id }) => id));
  const topics = new Set(bundle.topics.map(({ id }) => id));
  for (const [i, statement] of bundle.statements.entries()) {
    const at = `statements[${i}]`;
    const text = texts.get(statement.articleId);
    if (text === undefined)
      return { path: `${at}.articleId`, what: `there is no article ${statement.articleId}` };
    for (const [n, { coderId }] of statement.comments.entries())
      if (!coders.has(coderId))
        return { path: `${at}.comments[${n}].coderId`, what: `there is no coder ${coderId}` };
    if (!coders.has(statement.coderId))
      return { path: `${at}.coderId`, what: `there is no coder ${statement.coderId}` };
    for (const [n, id] of statement.speakerIds.entries())
      if (!speakers.has(id))
        return { path: `${at}.speakerIds[${n}]`, what: `there is no speaker ${id}` };
    for (const [n, { topicId }] of statement.topics.entries())
      if (!topics.has(topicId))
        return { path: `${at}.topics[${n}].topicId`, what: `there is no topic ${topicId}` };
    // A lost statement's ranges are those of an older text.
    for (const [n, anchor] of statement.lost ? [] : statement.ranges.entries()) {
      const path = `${at}.ranges[${n}]`;
      const what = rangeFault(text, anchor);
      if (what) return { path, what };
      if (!holds(text, anchor))
        return {
          path: `${path}.exact`,
          what: `the article has other words at ${anchor.start}–${anchor.end}: “${excerpt(text.slice(anchor.start, anchor.end))}”, not “${excerpt(anchor.exact)}”`,
        };
    }
    const what = statement.cue && rangeFault(text, statement.cue);
    if (what) return { path: `${at}.cue`, what };
  }
  return null;
}

function rejectionFault({ rejections, articles, coders }: ProjectBundle): Fault | null {
  const known = new Set<string>([...articles, ...coders].map(({ id }) => id));
  for (const [i, { articleId, coderId }] of rejections.entries())
    for (const [field, id] of [
      ["articleId", articleId],
      ["coderId", coderId],
    ] as const)
      if (!known.has(id))
        return {
          path: `rejections[${i}].${field}`,
          what: `there is no ${field.replace("Id", "")} ${id}`,
        };
  return null;
}

function rangeFault(text: string, { start, end }: Range): string | null {
  if (end > text.length)
    return `${start}–${end} lies outside the article text, which has ${text.length} UTF-16 code units`;
  if (insidePair(text, start) || insidePair(text, end))
    return `${start}–${end} cuts a character in two (offsets count UTF-16 code units)`;
  return null;
}

/** Enough of a passage to know it by in a message. */
function excerpt(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 59)}…`;
}
