import { expect, test } from "vitest";
import { projectSchema } from "../../../scripts/project-schema.ts";

test("the published schema is the rule that the program reads project files by", async () => {
  await expect(`${JSON.stringify(projectSchema(), null, 2)}\n`).toMatchFileSnapshot(
    "../../../docs/project.schema.json",
  );
});
