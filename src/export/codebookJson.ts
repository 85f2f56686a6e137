import { codebookFileSchema, codebookFormat, codebookVersion } from "../model/codebookFile.ts";
import type { ProjectCodebook } from "../model/codebookPlan.ts";
import { jsonParts, recordsOf } from "./projectJson.ts";

/** The codebook alone as JSON: docs/file-formats.md. The same codebook always gives the same bytes. */
export function codebookJson({ topics, organisations, speakers, fields }: ProjectCodebook): string {
  const { shape } = codebookFileSchema;
  return jsonParts({
    format: codebookFormat,
    version: codebookVersion,
    topics: recordsOf(shape.topics, topics),
    organisations: recordsOf(shape.organisations, organisations),
    speakers: recordsOf(shape.speakers, speakers),
    fields: recordsOf(shape.fields, fields),
  }).join("");
}
