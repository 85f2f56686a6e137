import { expect, test } from "vitest";
import { newSpeaker } from "../../../src/model/codebook.ts";
import { newId } from "../../../src/model/id.ts";
import { lessonsOf } from "../../../src/suggest/sources.ts";
import { suggest } from "../../../src/suggest/suggest.ts";
import { baseModel, emptyContext } from "./baseModel.ts";

const text = "Mary Hall runs the port. Hall said that the levy was far too high.";
const hall = newSpeaker(newId<"project">(), "Mary Hall", []);
const other = newSpeaker(newId<"project">(), "Jon Reyes", []);
const context = { ...emptyContext, speakers: [hall, other] };
const [proposed] = suggest(text, context);

/** What a statement on the proposed words teaches. */
function learntFrom(speakerIds: readonly (typeof hall.id)[], cue = proposed?.cue ?? null) {
  const [lesson] = lessonsOf(
    [
      {
        text,
        title: "",
        language: "en",
        accepted: [{ ranges: proposed?.ranges ?? [], cue, speakerIds }],
        rejected: [],
        complete: true,
      },
    ],
    { model: baseModel, speakers: context.speakers, organisations: [], topics: [] },
  );
  return lesson?.accepted[0];
}

test("where a suggestion was accepted with its speaker, its source and cue are learnt from", () => {
  expect(proposed?.source).toEqual({ start: 25, end: 29 });
  expect(learntFrom([hall.id])).toMatchObject({ source: proposed?.source, cue: proposed?.cue });
});

test("so are they where somebody tagged by hand what was proposed", () => {
  expect(learntFrom([hall.id], null)).toMatchObject({
    source: proposed?.source,
    cue: proposed?.cue,
  });
});

test("the source of a suggestion whose speaker was changed is not known", () => {
  expect(learntFrom([other.id])).toMatchObject({ source: null, cue: proposed?.cue });
  expect(learntFrom([])).toMatchObject({ source: null, cue: proposed?.cue });
});
