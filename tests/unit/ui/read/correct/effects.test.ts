import { expect, test } from "vitest";
import { anchored, type Statement } from "../../../../../src/model/statement.ts";
import { effectsInWords, effectsOf } from "../../../../../src/ui/read/correct/effects.ts";
import { correctionOf, replacing, type TextEdit } from "../../../correctionOf.ts";
import { idOf, smallBundle } from "../../../smallBundle.ts";

const text = "“We opose this,” Wang said. “And we will act.” He left.";

function statementsOn(...words: readonly string[]): Statement[] {
  return smallBundle().statements.flatMap((statement) =>
    words.map((each, i) => {
      const start = text.indexOf(each);
      const ranges = anchored(text, [{ start, end: start + each.length }]);
      return { ...statement, id: idOf<"statement">(20 + i), ranges };
    }),
  );
}

function inWords(statements: readonly Statement[], ...edits: readonly TextEdit[]): string {
  return effectsInWords(effectsOf(statements, correctionOf(text, ...edits).correction));
}

test("what a correction does to the statements is said in one sentence", () => {
  const statements = statementsOn("We opose this", "And we will act.", "He left.");
  expect(inWords([])).toBe("No statement is in this text.");
  expect(inWords(statements.slice(0, 1))).toBe("The statement stays as it is.");
  expect(inWords(statements)).toBe("All 3 statements stay as they are.");
  expect(inWords(statements, replacing("opose", "oppose"))).toBe(
    "2 statements move, 1 gets other words.",
  );
  expect(inWords(statements, replacing("opose", "oppose"), replacing("And we will act", ""))).toBe(
    "1 statement moves, 1 gets other words, 1 loses all its words.",
  );
  expect(inWords(statements, replacing(text, ""))).toBe("3 statements lose all their words.");
});

test("a statement that was lost before is none of its doing", () => {
  const lost = statementsOn("He left.").map((statement) => ({ ...statement, lost: true }));
  expect(inWords(lost, replacing("opose", "oppose"))).toBe("The statement stays as it is.");
});
