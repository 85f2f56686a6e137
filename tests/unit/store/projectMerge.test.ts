import { expect, test } from "vitest";
import { laterSide, mergeEdits } from "../../../src/model/projectMerge.ts";
import { correctText } from "../../../src/store/correction.ts";
import { mergeProject, prepareMerge } from "../../../src/store/projectMerge.ts";
import { bundleOf } from "../../../src/store/projects.ts";
import { deleteStatements, setToDiscuss } from "../../../src/store/statements.ts";
import { undo } from "../../../src/store/undo.ts";
import { correctionOf, replacing } from "../correctionOf.ts";
import { idOf } from "../smallBundle.ts";
import { must, openProject, recordsOf } from "./openStore.ts";

test("another coder's version is merged as one action, and undone as one", async () => {
  const actor = await openProject();
  const bundle = await bundleOf(actor.store, actor.projectId);
  const [statement] = bundle?.statements ?? [];
  if (!bundle || !statement) throw new Error("The project has a statement");
  const theirs = { ...bundle, statements: [{ ...statement, note: "theirs", updatedAt: 1e12 }] };

  // Nobody touched it here: it is theirs to change.
  const first = must(await prepareMerge(actor.store, actor.projectId, theirs, { joinNames: true }));
  expect(first.plan.changed).toHaveLength(1);

  // Touched here as well: a conflict, which the later version wins.
  must(await setToDiscuss(actor, [statement.id], !statement.toDiscuss));
  const second = must(
    await prepareMerge(actor.store, actor.projectId, theirs, { joinNames: true }),
  );
  expect(second.plan.conflicts).toHaveLength(1);
  const before = await recordsOf(actor.store);
  const edits = mergeEdits(second.plan, () => "theirs", false);
  expect(must(await mergeProject(actor, second.theirs, edits))).toBe(1);
  expect((await bundleOf(actor.store, actor.projectId))?.statements[0]?.note).toBe("theirs");
  must(await undo(actor));
  expect(await recordsOf(actor.store)).toEqual(before);

  // Deleted here: it stays so unless it is asked for.
  must(await deleteStatements(actor, [statement.id]));
  const third = must(await prepareMerge(actor.store, actor.projectId, theirs, { joinNames: true }));
  expect(third.plan.deletedHere).toHaveLength(1);
  expect(mergeEdits(third.plan, laterSide, false)).toEqual([]);
});

test("their statement on words that were corrected away here comes in to be placed again", async () => {
  const actor = await openProject();
  const bundle = await bundleOf(actor.store, actor.projectId);
  const [statement] = bundle?.statements ?? [];
  const [article] = bundle?.articles ?? [];
  if (!bundle || !statement || !article) throw new Error("The project has a statement");
  const another = { ...statement, id: idOf<"statement">(70) };
  const theirs = { ...bundle, statements: [statement, another] };
  const { document, correction } = correctionOf("We oppose this.", replacing("oppose ", ""));
  must(await correctText(actor, article, document, correction));

  const merge = must(await prepareMerge(actor.store, actor.projectId, theirs, { joinNames: true }));
  // What became of the one that both have is known here.
  expect(merge.unplaced).toBe(1);
  expect(merge.plan.conflicts).toEqual([]);
  must(await mergeProject(actor, merge.theirs, mergeEdits(merge.plan, laterSide, false)));
  const { statements } = await recordsOf(actor.store);
  expect(statements.map(({ id, lost, ranges }) => [id, lost, ranges[0]?.exact])).toEqual([
    [statement.id, true, "oppose"],
    [another.id, true, "oppose"],
  ]);
});

test("a merge of thousands is told of as it goes, and one that is stopped leaves nothing behind", async () => {
  const actor = await openProject();
  const bundle = await bundleOf(actor.store, actor.projectId);
  const [statement] = bundle?.statements ?? [];
  if (!bundle || !statement) throw new Error("The project has a statement");
  const many = Array.from({ length: 2500 }, (_, i) => ({
    ...statement,
    id: idOf<"statement">(1000 + i),
  }));
  const theirs = { ...bundle, statements: [...bundle.statements, ...many] };
  const merge = must(await prepareMerge(actor.store, actor.projectId, theirs, { joinNames: true }));
  const edits = mergeEdits(merge.plan, laterSide, false);
  const before = await recordsOf(actor.store);

  const stop = new AbortController();
  const stopped = await mergeProject(actor, merge.theirs, edits, {
    signal: stop.signal,
    onProgress: (made) => made >= 1000 && stop.abort(),
  });
  expect(stopped.ok).toBe(false);
  expect(await recordsOf(actor.store)).toEqual(before);

  const told: number[] = [];
  const onProgress = (made: number) => void told.push(made);
  expect(must(await mergeProject(actor, merge.theirs, edits, { onProgress }))).toBe(2500);
  expect(told).toEqual([0, 1000, 2000, 2500]);
  expect((await recordsOf(actor.store)).statements).toHaveLength(2501);
});

test("a record that was changed while the merge was looked over stops it whole", async () => {
  const actor = await openProject();
  const bundle = await bundleOf(actor.store, actor.projectId);
  const [statement] = bundle?.statements ?? [];
  if (!bundle || !statement) throw new Error("The project has a statement");
  const added = { ...statement, id: idOf<"statement">(70) };
  const theirs = { ...bundle, statements: [added, { ...statement, note: "theirs" }] };
  const merge = must(await prepareMerge(actor.store, actor.projectId, theirs, { joinNames: true }));
  must(await deleteStatements(actor, [statement.id]));
  const before = await recordsOf(actor.store);
  const refused = await mergeProject(actor, merge.theirs, mergeEdits(merge.plan, laterSide, false));
  expect(refused).toMatchObject({
    ok: false,
    problem: { what: expect.stringContaining("changed while") },
  });
  expect(await recordsOf(actor.store)).toEqual(before);
});
