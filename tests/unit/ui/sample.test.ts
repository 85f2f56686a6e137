import { expect, test } from "vitest";
import { readSample } from "../../../src/sample/sample.ts";
import { sampleId } from "../../../src/ui/sample.ts";

test("the sample project has the id that it is known by", async () => {
  const sample = readSample();
  expect(sample.ok && sample.value.project.id).toBe(sampleId);
});
