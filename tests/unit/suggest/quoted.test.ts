import { describe, expect, test } from "vitest";
import { quotedIn } from "../../../src/suggest/quoted.ts";

function pieces(text: string): string[] {
  return quotedIn(text).map((one) => text.slice(one.start, one.end));
}

describe("quotation marks", () => {
  test.each([
    ["curly", "He said “it is over” and left.", ["“it is over”"]],
    ["straight", 'He said "it is over" and left.', ['"it is over"']],
    ["doubled apostrophes of agencies", "He said ''it is over,'' and left.", ["''it is over,''"]],
    ["TeX style", "He said ``it is over'' and left.", ["``it is over''"]],
    ["guillemets", "Il a dit « c’est fini » hier.", ["« c’est fini »"]],
    ["inverted guillemets", "Er sagte »es ist aus« und ging.", ["»es ist aus«"]],
    ["low-high", "Er sagte „es ist aus“ und ging.", ["„es ist aus“"]],
    ["corner brackets", "他说「结束了」然后走了。", ["「结束了」"]],
    ["straight closed by curly", 'He said "it is over,” and left.', ['"it is over,”']],
    ["straight around curly", 'She wrote "he said “go” twice" then.', ['"he said “go” twice"']],
    ["Swedish", "”Det är slut”, sade han.", ["”Det är slut”"]],
    ["British single", "‘It’s over,’ he said. ‘Go home.’", ["‘It’s over,’", "‘Go home.’"]],
    ["straight single", "'It's over,' he said. 'Go home.'", ["'It's over,'", "'Go home.'"]],
    [
      "single within double",
      "“He said ‘go’ and I went,” she said.",
      ["“He said ‘go’ and I went,”"],
    ],
    [
      "double within single",
      "‘He said “go” and I went,’ she said.",
      ["‘He said “go” and I went,’"],
    ],
  ])("%s", (_, text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  test("apostrophes are no marks", () => {
    expect(pieces("The villagers' barrister said it wasn't the farmers' fault, 'til now.")).toEqual(
      [],
    );
  });

  test("a mark left open runs to the paragraph's end, and the next paragraph resumes it", () => {
    const text = "“First part.\n“Second part,” he said.";
    expect(pieces(text)).toEqual(["“First part.", "“Second part,”"]);
    expect(quotedIn(text).map((one) => one.resumes)).toEqual([false, true]);
  });
});
