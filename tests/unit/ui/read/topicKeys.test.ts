import { expect, test } from "vitest";
import { shortcutFault } from "../../../../src/model/codebook.ts";
import { readCommands } from "../../../../src/ui/read/readCommands.ts";
import { idOf } from "../../smallBundle.ts";

test("no topic may have a key that the Read view uses itself", () => {
  // What the commands do is not asked for here, so nothing of the view need be there.
  const around = {
    tagging: { work: { kind: "reading" } },
    adjusting: {},
    active: null,
    topics: [],
    suggestionActions: {},
  };
  const commands = readCommands(around as unknown as Parameters<typeof readCommands>[0]);
  const keys = commands.flatMap((command) => command.keys).filter((key) => key.length === 1);
  expect(keys.length).toBeGreaterThan(10);
  for (const key of keys) expect([key, shortcutFault(key, idOf(1), [])]).not.toContain(null);
});
