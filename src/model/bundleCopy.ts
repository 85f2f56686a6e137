import type { ProjectBundle } from "./bundle.ts";
import { newId, type Id } from "./id.ts";

/** The same project with new ids throughout, under a name that says so. Order by id stays as it was. */
export function bundleCopy(bundle: ProjectBundle): ProjectBundle {
  const projectId = newId<"project">();
  const coders = renewal(bundle.coders);
  const topics = renewal(bundle.topics);
  const organisations = renewal(bundle.organisations);
  const speakers = renewal(bundle.speakers);
  const articles = renewal(bundle.articles);
  const texts = renewal(bundle.texts);
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
    articles: bundle.articles.map((article) => ({
      ...article,
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
      coderId: coders(statement.coderId),
      speakerIds: statement.speakerIds.map(speakers),
      topics: statement.topics.map((topic) => ({ ...topic, topicId: topics(topic.topicId) })),
    })),
  };
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
