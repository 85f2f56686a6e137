import { parseProject } from "../import/projectJson.ts";
import type { ProjectBundle } from "../model/bundle.ts";
import type { Result } from "../model/problem.ts";
import json from "./sample.json";

/**
 * The sample project: invented articles, partly coded. It is a project file like any other, so its
 * ids are the same on every device.
 */
export function readSample(): Result<ProjectBundle> {
  return parseProject(json, "sample.json");
}
