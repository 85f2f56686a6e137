import { describe, expect, test } from "vitest";
import type { ProjectBundle } from "../../../src/model/bundle.ts";
import { contentOf } from "../../../src/model/projectFile.ts";
import { anchored } from "../../../src/model/statement.ts";
import { defaultOptions, type ExportOptions } from "../../../src/export/format.ts";
import { markdown } from "../../../src/export/markdown.ts";
import { idOf, smallBundle } from "../smallBundle.ts";

async function written(
  bundle: ProjectBundle,
  groupBy: ExportOptions["groupBy"] = "speaker",
): Promise<string> {
  const chosen = bundle.statements.map(({ id }) => id);
  const parts = await markdown.write({ bundle, chosen, options: { ...defaultOptions, groupBy } });
  return new Blob(parts).text();
}

/** A project whose one statement is the whole of this text. */
function quoting(text: string): ProjectBundle {
  return smallBundle({
    text: { text, content: contentOf(text) },
    statement: { ranges: anchored(text, [{ start: 0, end: text.length }]) },
  });
}

describe("the passages", () => {
  test("stand under their speaker, with their source and coding", async () => {
    expect(await written(smallBundle({ statement: { note: "Firm." } }))).toBe(
      `# Test

1 statement, by speaker.

## Wang Yi (Foreign Minister, Government of China)

> oppose

— *Wang Yi meets Sirojiddin Muhriddin*, Agency, Almaty, 2025-04-26, <https://example.org/wang>  
Wang Yi · direct · tariffs: opposes

Note: Firm.
`,
    );
  });

  test("stand under each of several speakers, by name; those without one at the end", async () => {
    const one = smallBundle();
    const [speaker] = one.speakers;
    const [statement] = one.statements;
    if (!speaker || !statement) throw new Error("nothing there");
    const bundle = {
      ...one,
      speakers: [
        speaker,
        { ...speaker, id: idOf<"speaker">(20), name: "Ahmed", role: "", organisationId: null },
      ],
      statements: [
        { ...statement, id: idOf<"statement">(21), speakerIds: [] },
        { ...statement, speakerIds: [speaker.id, idOf<"speaker">(20)] },
      ],
    };
    const text = await written(bundle);
    expect(text.match(/^## .*$/gm)).toEqual([
      "## Ahmed",
      "## Wang Yi (Foreign Minister, Government of China)",
      "## No speaker",
    ]);
    expect(text.match(/^Wang Yi and Ahmed · /gm)).toHaveLength(2);
    expect(text).toContain("2 statements, by speaker.");
  });

  test("that are no longer in the text say so", async () => {
    const lost = await written(smallBundle({ statement: { lost: true } }));
    expect(lost).toContain("· words no longer in the article text");
    expect(await written(smallBundle())).not.toContain("no longer");
  });

  test("stand under their topics in the order of the tree", async () => {
    const one = smallBundle();
    const [topic] = one.topics;
    const [statement] = one.statements;
    if (!topic || !statement) throw new Error("nothing there");
    const topics = [
      { ...topic, position: 1 },
      { ...topic, id: idOf<"topic">(20), name: "trade", position: 0 },
      { ...topic, id: idOf<"topic">(21), name: "steel", parentId: topic.id },
      { ...topic, id: idOf<"topic">(22), name: "unused", position: 2 },
    ];
    const on = topics.slice(0, 3).map(({ id }) => ({ topicId: id, stance: "not set" as const }));
    const bundle = {
      ...one,
      topics,
      statements: [
        { ...statement, topics: on },
        { ...statement, id: idOf<"statement">(23), topics: [] },
      ],
    };
    const text = await written(bundle, "topic");
    expect(text.match(/^## .*$/gm)).toEqual([
      "## trade",
      "## tariffs",
      "## tariffs › steel",
      "## No topic",
    ]);
    expect(text).toContain("tariffs: not set, trade: not set, steel: not set");
    expect(text).toContain("· no topic");
  });

  test("of several paragraphs are one quotation", async () => {
    expect(await written(quoting("“One.\n“Two.”"))).toContain("\n\n> “One.\n>\n> “Two.”\n\n— ");
    expect(await written(quoting("One.\n\nTwo."))).toContain("\n\n> One.\n>\n>\n>\n> Two.\n\n— ");
  });

  test("that were split show where", async () => {
    const ranges = anchored("We oppose this.", [
      { start: 0, end: 2 },
      { start: 10, end: 14 },
    ]);
    expect(await written(smallBundle({ statement: { ranges } }))).toContain(
      String.raw`> We \[…\] this`,
    );
  });

  test.each([
    ["# no heading", String.raw`\# no heading`],
    ["- no list", String.raw`\- no list`],
    ["+ no list", String.raw`\+ no list`],
    ["12. no list", String.raw`12\. no list`],
    ["3) no list", String.raw`3\) no list`],
    ["*no* _stress_", String.raw`\*no\* \_stress\_`],
    ["`no code`", String.raw`\`no code\``],
    ["<b>no markup</b>", String.raw`\<b\>no markup\</b\>`],
    ["[no](link)", String.raw`\[no\](link)`],
    ["> no quote", String.raw`\> no quote`],
    ["a & b &amp; c", String.raw`a \& b \&amp; c`],
    ["a | b", String.raw`a \| b`],
    ["no~sub~ $math$", String.raw`no\~sub\~ \$math\$`],
    ["===", String.raw`\=\=\=`],
    ["back\\slash", String.raw`back\\slash`],
    ["    no code block", "&#32;   no code block"],
    ["\tno code block", "&#9;no code block"],
    ["no break  ", "no break &#32;"],
  ])("show Markdown's own characters as they stand: %s", async (words, escaped) => {
    expect(await written(quoting(words))).toContain(`\n> ${escaped}\n`);
    const inline = await written(smallBundle({ article: { title: words } }));
    expect(inline).toContain(
      `— *${escaped.replace(/^(?:&#(?:32|9);)\s*/, "").replace(/\s*&#32;$/, "")}*, Agency`,
    );
  });

  test("link to web addresses alone", async () => {
    const source = async (url: string) =>
      /2025-04-26(?:, (.*?))?  $/m.exec(await written(smallBundle({ article: { url } })))?.[1];
    expect(await source("https://example.org/a?b=*c*")).toBe("<https://example.org/a?b=*c*>");
    expect(await source("javascript:alert(1)")).toBe("javascript:alert(1)");
    expect(await source("https://example.org/> <b>")).toBe(
      String.raw`https://example.org/\> \<b\>`,
    );
    expect(await source("")).toBeUndefined();
  });

  test("of an article without details say so", async () => {
    const none = { title: " ", publisher: "", place: " ", publishedAt: "", url: "" };
    const text = await written(smallBundle({ article: none, statement: { note: " \n" } }));
    expect(text).toContain("\n— *Untitled article*  \nWang Yi · direct · tariffs: opposes\n");
    expect(text).not.toContain("Note");
  });
});
