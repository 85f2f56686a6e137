import { z } from "zod";
import { faultOf, type Fault, type ProjectBundle } from "./bundle.ts";
import { organisationSchema, speakerSchema, topicSchema } from "./codebook.ts";
import { fieldSchema } from "./field.ts";
import { newId } from "./id.ts";
import { keywordPattern } from "./keyword.ts";

/** What the first field of a codebook file says. */
export const codebookFormat = "verbatim-codebook";

/** The version of the file format that this program writes, and the newest that it reads. */
export const codebookVersion = 1;

const ofProject = { projectId: true } as const;

/** What a file may leave open: an entry that is new gets a colour, one that is there keeps its own. */
const open = { colour: topicSchema.shape.colour.nullable(), archived: z.boolean().nullable() };

/** A codebook file: topics, speakers, organisations and fields without the articles, as JSON. */
export const codebookFileSchema = z.strictObject({
  format: z.literal(codebookFormat),
  version: z.literal(codebookVersion),
  topics: z.array(topicSchema.omit(ofProject).extend(open).strict()),
  organisations: z.array(
    organisationSchema.omit(ofProject).extend({ archived: open.archived }).strict(),
  ),
  speakers: z.array(speakerSchema.omit(ofProject).extend(open).strict()),
  fields: z.array(
    fieldSchema
      .omit(ofProject)
      .extend({ archived: open.archived.default(null) }) // files of before fields could be archived lack it
      .strict(),
  ),
});

type File = z.infer<typeof codebookFileSchema>;

/** A codebook as a file has it: of no project yet. */
export type Codebook = {
  readonly [K in "topics" | "organisations" | "speakers" | "fields"]: readonly Readonly<
    File[K][number]
  >[];
};

/** The first thing that does not hold between the entries of a codebook; null when all does. */
export function codebookFault(codebook: Codebook): Fault | null {
  for (const [i, { keywords }] of codebook.topics.entries())
    for (const [n, keyword] of keywords.entries()) {
      const pattern = keywordPattern(keyword);
      if (!pattern.ok)
        return {
          path: `topics[${i}].keywords[${n}]`,
          what: pattern.problem.what.replace(/\.$/, ""),
        };
    }
  return faultOf(bundleOf(codebook));
}

/** The codebook as a project without articles: what holds of the one holds of the other. */
function bundleOf(codebook: Codebook): ProjectBundle {
  const projectId = newId<"project">();
  const owned = <T extends object>(entries: readonly T[]) =>
    entries.map((entry) => ({ ...entry, projectId, colour: "#000000", archived: false }));
  return {
    project: { id: projectId, name: "Codebook", createdAt: 0, removedAt: null },
    coders: [],
    topics: owned(codebook.topics),
    organisations: owned(codebook.organisations),
    speakers: owned(codebook.speakers),
    fields: owned(codebook.fields),
    views: [],
    rejections: [],
    learning: null,
    articles: [],
    texts: [],
    statements: [],
  };
}
