import type { ProjectBundle } from "./bundle.ts";
import type { FieldValues } from "./field.ts";
import { newId, type FieldId, type Id } from "./id.ts";

/** The same project with new ids throughout, under a name that says so. Order by id stays as it was. */
export function bundleCopy(bundle: ProjectBundle): ProjectBundle {
  const projectId = newId<"project">();
  const coders = renewal(bundle.coders);
  const topics = renewal(bundle.topics);
  const organisations = renewal(bundle.organisations);
  const speakers = renewal(bundle.speakers);
  const fields = renewal(bundle.fields);
  const views = renewal(bundle.views);
  const rejections = renewal(bundle.rejections);
  const articles = renewal(bundle.articles);
  // A view's filter names entries of the codebook by their ids, among other words.
  const named = [
    ...bundle.coders.map(({ id }) => [id, coders(id)] as const),
    ...bundle.topics.map(({ id }) => [id, topics(id)] as const),
    ...bundle.organisations.map(({ id }) => [id, organisations(id)] as const),
    ...bundle.speakers.map(({ id }) => [id, speakers(id)] as const),
    ...bundle.fields.map(({ id }) => [id, fields(id)] as const),
    ...bundle.articles.map(({ id }) => [id, articles(id)] as const),
  ];
  const renamed = (words: string) =>
    named.reduce((text, [from, to]) => text.replaceAll(from, to), words);
  const texts = renewal(bundle.texts);
  const textIds = new Set(bundle.texts.map(({ id }) => id));
  const statements = renewal(bundle.statements);
  return {
    project: { ...bundle.project, id: projectId, name: `${bundle.project.name} (copy)` },
    coders: bundle.coders.map((coder) => ({ ...coder, projectId, id: coders(coder.id) })),
    topics: bundle.topics.map((topic) => ({
      ...topic,
      projectId,
      id: topics(topic.id),
      parentId: topic.parentId && topics(topic.parentId),
    })),
    organisations: bundle.organisations.map((one) => ({
      ...one,
      projectId,
      id: organisations(one.id),
    })),
    speakers: bundle.speakers.map((speaker) => ({
      ...speaker,
      projectId,
      id: speakers(speaker.id),
      organisationId: speaker.organisationId && organisations(speaker.organisationId),
    })),
    fields: bundle.fields.map((field) => ({ ...field, projectId, id: fields(field.id) })),
    views: bundle.views.map((view) => ({
      ...view,
      projectId,
      id: views(view.id),
      filter: Object.fromEntries(
        Object.entries(view.filter).map(([key, value]) => [renamed(key), renamed(value)]),
      ),
    })),
    rejections: bundle.rejections.map((rejection) => ({
      ...rejection,
      projectId,
      id: rejections(rejection.id),
      articleId: articles(rejection.articleId),
      // Of an earlier text it keeps the old name, which no text has: it stays as closed as it was.
      textId: textIds.has(rejection.textId) ? texts(rejection.textId) : rejection.textId,
      coderId: coders(rejection.coderId),
    })),
    learning: bundle.learning && {
      ...bundle.learning,
      projectId,
      ...(bundle.learning.forgotten && {
        forgotten: bundle.learning.forgotten.filter((id) => textIds.has(id)).map(texts),
      }),
    },
    articles: bundle.articles.map((article) => ({
      ...article,
      fields: valuesOf(article.fields, fields),
      projectId,
      id: articles(article.id),
      textId: texts(article.textId),
    })),
    texts: bundle.texts.map((text) => ({ ...text, projectId, id: texts(text.id) })),
    statements: bundle.statements.map((statement) => ({
      ...statement,
      projectId,
      id: statements(statement.id),
      articleId: articles(statement.articleId),
      fields: valuesOf(statement.fields, fields),
      comments: statement.comments.map((one) => ({ ...one, coderId: coders(one.coderId) })),
      coderId: coders(statement.coderId),
      speakerIds: statement.speakerIds.map(speakers),
      topics: statement.topics.map((topic) => ({ ...topic, topicId: topics(topic.topicId) })),
    })),
  };
}

function valuesOf(values: FieldValues, renewed: (id: FieldId) => FieldId): FieldValues {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [renewed(id as FieldId), value]), // keys are field ids
  );
}

/** Gives each record's id its new one; records in order of their ids get new ones in that order. */
function renewal<Kind extends string>(records: readonly { readonly id: Id<Kind> }[]) {
  const ids = records.map(({ id }) => id).toSorted();
  const renewed = new Map(ids.map((id) => [id, newId<Kind>()]));
  return (id: Id<Kind>): Id<Kind> => {
    const to = renewed.get(id);
    if (!to) throw new RangeError(`The bundle has no record ${id}`);
    return to;
  };
}
