// @vitest-environment jsdom
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { articleIn, outlineOf, refusalOf, articlesIn } from "./reading.ts";

const run = (text: string, style = "") =>
  `<w:r>${style && `<w:rPr><w:${style}/></w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;

function word(body: string, parts: Record<string, string> = {}): Uint8Array {
  const all = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>`,
    "word/styles.xml": `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([n, x]) => [n, strToU8(x)])));
}

describe("a Word document", () => {
  test("keeps headings, emphasis, links and tables; its first heading is the title", async () => {
    const article = await articleIn(
      "a.docx",
      word(
        paragraph(run("Steel tariffs"), '<w:pStyle w:val="Heading1"/>') +
          paragraph(
            run("TOLEDO, Ohio, May 3, 2024 (CP) -- We ") +
              run("oppose", "i") +
              run(" this", "b") +
              `<w:hyperlink r:id="r9">${run("here")}</w:hyperlink>`,
          ) +
          "<w:tbl><w:tr><w:tc>" +
          paragraph(run("a")) +
          "</w:tc><w:tc>" +
          paragraph(run("关税")) +
          "</w:tc></w:tr></w:tbl>",
      ),
    );
    expect(article.metadata).toMatchObject({
      title: "Steel tariffs",
      place: "Toledo, Ohio",
      publisher: "CP",
      publishedAt: "2024-05-03",
    });
    expect(outlineOf(article)).toBe(
      "p(TOLEDO, Ohio, May 3, 2024 (CP) -- We <em oppose><strong  this>{here→https://example.org/}) p(a | 关税)",
    );
  });

  test("of a database holds its articles", async () => {
    const lines = [
      "One headline",
      "The Paper",
      "May 3, 2024 Friday",
      "Length: 5 words",
      "Body",
      "One was said.",
      "End of Document",
      "Two headline",
      "The Paper",
      "May 4, 2024",
      "Body",
      "Two was said.",
      "End of Document",
    ];
    const articles = await articlesIn(
      "a.docx",
      word(lines.map((line) => paragraph(run(line))).join("")),
    );
    expect(articles.map(({ metadata }) => [metadata.title, metadata.publishedAt])).toEqual([
      ["One headline", "2024-05-03"],
      ["Two headline", "2024-05-04"],
    ]);
  });

  test("cut off, without a text, or no Word document is refused", async () => {
    const whole = word(paragraph(run("We oppose this.")));
    for (const length of [10, 500, whole.length - 30])
      expect(await refusalOf("a.docx", whole.slice(0, length))).toBe(
        "“a.docx” is damaged or was cut off: its table of contents is missing.",
      );
    expect(await refusalOf("a.docx", zipSync({ "x.txt": strToU8("x") }))).toContain(
      "holds no Word document",
    );
    expect(await refusalOf("a.docx", word("<w:p><w:broken"))).toMatch(/damaged|no words/);
    expect(await refusalOf("a.docx", word(paragraph("")))).toContain("has no words");
    expect(await refusalOf("a.docx", "Just words.")).toContain("damaged or was cut off");
  });
});
