import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textOf } from "../../../src/model/document.ts";
import { articleIn, articlesIn, outlineOf, refusalOf, wordsIn } from "./reading.ts";

/** A file as Word begins one: fonts, styles, lists; then paragraphs. */
function rtf(...paragraphs: readonly string[]): string {
  return String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset134 SimSun;}}
{\stylesheet{\ql \snext0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2\sbasedon0 \'dcberschrift 2;}{\s3 Quote;}}
{\*\listtable{\list{\listlevel\levelnfc23\levelstartat1{\leveltext\'01\'b7;}}{\listlevel\levelnfc0\levelstartat3}\listid7}{\list{\listlevel\levelnfc0\levelstartat4}\listid9}}
{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}{\listoverride\listid9\listoverridecount0\ls2}}
${paragraphs.join("\n")}}`;
}

const lead = String.raw`\pard\s1 Steel tariffs\par`;

async function outline(...paragraphs: readonly string[]): Promise<string> {
  return outlineOf(await articleIn("a.rtf", rtf(lead, ...paragraphs)));
}

describe("an RTF file", () => {
  test("keeps headings, by outline level, by style, by a style's name in another language", async () => {
    const article = await articleIn(
      "a.rtf",
      rtf(
        lead,
        String.raw`\pard\s2 Was gesagt wurde\par\pard\plain Es hie\'df nichts.\par`,
        String.raw`\pard\outlinelevel2 {\b Third}\line level\par\pard\s3 End.\par`,
      ),
    );
    expect(article.metadata.title).toBe("Steel tariffs");
    expect(outlineOf(article)).toBe(
      "h2(Was gesagt wurde) p(Es hieß nichts.) h3(Third level) p(End.)",
    );
  });

  test("keeps bold, italic and underlined words, and where links lead", async () => {
    expect(
      await outline(
        String.raw`\pard We {\b oppose} \i this\i0  and \ul that\ulnone .\par`,
        String.raw`\pard See {\field{\*\fldinst{HYPERLINK "https://example.org/a?b=1"}}{\fldrslt{\ul\cf2 the {\b act}}}} or {\field{\*\fldinst PAGE}{\fldrslt 3}}.\par`,
        String.raw`\pard {\field{\*\fldinst HYPERLINK "javascript:alert(1)"}{\fldrslt no link}}\par`,
      ),
    ).toBe(
      "p(We <strong oppose> <em this> and <em that>.) " +
        "p(See {the →https://example.org/a?b=1}{<strong act>→https://example.org/a?b=1} or 3.) p(no link)",
    );
  });

  test("keeps lists in lists, by their table or by the marks that older programs show", async () => {
    expect(
      await outline(
        String.raw`\pard\ls1{\listtext\'b7\tab}one\par{\listtext\'b7\tab}two\line more\par`,
        String.raw`\pard\ls1\ilvl1{\listtext 3.\tab}deep\par\pard\ls1{\listtext\'b7\tab}three\par`,
        String.raw`\pard\ls2{\listtext 4.\tab}four\par`,
        String.raw`\pard Between.\par\pard{\pntext 1.\tab}{\*\pn\pnlvlbody}first\par{\pntext 2.\tab}second\par`,
        String.raw`\pard{\pntext\'b7\tab}dot\par`,
      ),
    ).toBe(
      "ul[li[p(one)] li[p(two) p(more) ol3[li[p(deep)]]] li[p(three)]] ol4[li[p(four)]] " +
        "p(Between.) ol1[li[p(first)] li[p(second)]] ul[li[p(dot)]]",
    );
  });

  test("has a table as text: a paragraph for each row, nothing for an empty one", async () => {
    expect(
      await outline(
        String.raw`\trowd\pard\intbl Paper\cell Day\par two\cell\row\trowd\pard\intbl\cell\cell\row`,
        String.raw`\trowd\pard\intbl {\b Post}\cell Friday\cell\row\pard After.\par`,
        String.raw`\trowd\pard\intbl Alone\cell\row\pard End.\par`,
      ),
    ).toBe("p(Paper | Day two) p(<strong Post> | Friday) p(After.) p(Alone) p(End.)");
  });

  test("is read in the encoding of each font, by bytes and by numbers", async () => {
    const bytes = Uint8Array.from(
      rtf(
        lead,
        String.raw`\pard\f1 \'cd\'e5\'f2 \'93no\'94,\f0  \uc2\u20851\'b9\'d8\u31246 ??{\f2\'b9\'d8\'cb\'b0} \u-10179?\u-8704?\par`,
      ).replace("no", "\u0093so\u0094"),
      (c) => c.charCodeAt(0),
    );
    expect(wordsIn(await articleIn("a.rtf", bytes))).toBe("Нет ““so””, 关税关税 😀");
  });

  test("shows nothing that is hidden, deleted, or no text: pictures, notes, data", async () => {
    expect(
      await outline(
        String.raw`\pard Seen{\v hidden}{\deleted gone}{\footnote note}{\pict\bin5 }}{{\x ff}{\*\unknown dest}.\par`,
      ),
    ).toBe("p(Seen.)");
  });

  test("that is cut off comes in with what there is, and says so; without a word it is refused", async () => {
    const whole = rtf(lead, String.raw`\pard It was said.\par{\b More`);
    const article = await articleIn("a.rtf", whole.slice(0, whole.lastIndexOf("}")));
    expect(wordsIn(article)).toBe("It was said.\nMore");
    expect(article.remarks).toEqual([
      "the file was cut off: some of the text is missing at its end",
    ]);
    expect(await refusalOf("a.rtf", whole.slice(0, 80))).toBe(
      "“a.rtf” is damaged or was cut off: it ends before any text.",
    );
    expect(await refusalOf("a.rtf", "Not RTF")).toContain("does not begin as an RTF file");
    expect(await refusalOf("a.rtf", String.raw`{\rtf1\ansi\par}`)).toContain("a.rtf");
  });

  test("of any bytes is read or refused, never thrown at", async () => {
    const pieces = [
      "{",
      "}",
      "\\par ",
      "\\pard",
      "\\row ",
      "\\cell ",
      "\\intbl",
      "\\ls1",
      "\\ilvl2",
      "\\*",
      "\\'e9",
      "\\u-5?",
      "\\bin3 ",
      "\\fldinst ",
      "\\stylesheet ",
      "\\s1 ",
      "\\f9 ",
      "word ",
      "\\",
      "\\ansicpg0 ",
      "\\listtext ",
      "\\outlinelevel12 ",
      "\\line ",
      "\\uc-3 ",
      'HYPERLINK "x"',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), async (parts) => {
        const source = `{\\rtf1 Something was said. ${parts.join("")}`;
        const articles = await articlesIn("a.rtf", source);
        expect(articles).toHaveLength(1);
        for (const { document } of articles) {
          document.check();
          expect(textOf(document).isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test("gives back whatever words it was written with", async () => {
    const word = fc.stringMatching(/^[\p{L}\p{N},.“”—😀]{1,8}$/u);
    const paragraph = fc.array(word, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 5 }), async (said) => {
        const escaped = (text: string) =>
          Array.from({ length: text.length }, (_, i) => {
            const code = text.charCodeAt(i);
            return code < 0x80 ? text.charAt(i) : `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
          }).join("");
        const marks = ["", "\\b ", "\\i ", "\\ul "];
        const written = said.map(
          (words) =>
            `\\pard ${words.map((each, i) => `{${marks[i % 4]}${escaped(each)}}`).join(" ")}\\par`,
        );
        const article = await articleIn("a.rtf", rtf(lead, ...written));
        expect(wordsIn(article)).toBe(said.map((words) => words.join(" ")).join("\n"));
      }),
    );
  });
});
