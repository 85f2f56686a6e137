// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { articleIn, imported, outlineOf, refusalOf, wordsIn } from "./reading.ts";

const paragraphs = [
  "The 40% duty on imported tool steel was supposed to save plants like the one Darlene Pruszynski runs, and for a while it did.",
  "Instead, the firm laid off nine machinists on Tuesday, and more may follow before the year is out, its owner said in an interview.",
  "“Nobody in this country makes the grade we need,” she said, “so we pay the tax and lose the order to somebody in Ontario.”",
];

const page = `<!doctype html><html lang="en-us"><head><meta charset="utf-8"><title>Steel | The Paper</title>
<meta property="og:title" content="Steel tariffs rattle toolmakers"><meta property="og:site_name" content="The Paper">
<meta name="author" content="By Jane Doe"><meta property="article:published_time" content="2024-05-03T05:12:00Z">
<link rel="canonical" href="https://example.org/steel">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Steel tariffs rattle toolmakers","author":[{"@type":"Person","name":"Jane Doe"},{"name":"John Roe"}],"articleSection":"Business","dateline":"Toledo"}]}</script>
<style>p{color:red}</style><script>document.title="ran"</script></head>
<body onload="boom()"><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Steel tariffs rattle toolmakers</h1>
<p>${paragraphs[0]} <a href="/owner">Her plant</a> is <em>old</em> and <b>small</b>.</p><img src="x.png" onerror="boom()" alt="A plant">
<h2>What comes next</h2><p>${paragraphs[1]}</p>
<blockquote><p>${paragraphs[2]}</p></blockquote>
<ul><li>one more plant in Toledo</li><li>and another one, in Ontario</li></ul><table><tr><th>Year</th><th>Jobs</th></tr><tr><td>2023</td><td>41</td></tr></table>
<p onclick="boom()">${paragraphs[0]}<br>${paragraphs[1]}</p><script>boom()</script></article>
<footer>Copyright. All rights reserved.</footer></body></html>`;

describe("a web page", () => {
  test("gives its article, with its structure, and what it says of itself", async () => {
    const article = await articleIn("steel.html", page);
    expect(article.metadata).toEqual({
      title: "Steel tariffs rattle toolmakers",
      publisher: "The Paper",
      byline: "Jane Doe, John Roe",
      place: "Toledo",
      section: "Business",
      publishedAt: "2024-05-03",
      url: "https://example.org/steel",
      language: "en-US",
    });
    const outline = outlineOf(article);
    expect(outline).toContain(
      "{Her plant→https://example.org/owner} is <em old> and <strong small>.",
    );
    expect(outline).toContain("h2(What comes next)");
    expect(outline).toContain(`q[p(${paragraphs[2]})]`);
    expect(outline).toContain(
      "ul[li[p(one more plant in Toledo)] li[p(and another one, in Ontario)]]",
    );
    expect(outline).toContain("p(Year | Jobs) p(2023 | 41)");
  });

  test("brings no script, style, handler, menu or footer", async () => {
    const article = await articleIn("steel.html", page);
    const stored = JSON.stringify(article.document.toJSON());
    for (const word of ["boom", "color:red", "ran", "Sport", "All rights reserved", "x.png"])
      expect(stored).not.toContain(word);
    expect(document.title).toBe("");
  });

  test("without an article that stands out gives all of its words", async () => {
    const article = await articleIn(
      "a.html",
      "<html><body><p>Wang said no.</p><p>That was all.</p></body></html>",
    );
    expect(wordsIn(article)).toBe("Wang said no.\nThat was all.");
  });

  test("is read in the encoding that it declares", async () => {
    const bytes = [
      ...new TextEncoder().encode('<html><meta charset="windows-1251"><body><p>'),
      0xcd,
      0xe5,
      0xf2,
      ...new TextEncoder().encode("</p></body></html>"),
    ];
    const read = await imported("a.html", bytes);
    expect(read).toMatchObject({ encoding: { name: "windows-1251", by: "file" } });
    expect(read.kind === "articles" && read.articles.map(wordsIn)).toEqual(["Нет"]);
  });

  test("of no words is refused", async () => {
    expect(await refusalOf("a.html", "<html><body><img src=a.png></body></html>")).toContain(
      "has no words",
    );
  });

  test("that is broken in every way is still only text", async () => {
    const broken =
      "<p>One <b>two <i>three</p><div><p>four<script>x</scr</div><a href='javascript:boom()'>five</a><svg onload=boom()>";
    const stored = JSON.stringify((await articleIn("a.html", broken)).document.toJSON());
    expect(stored).toContain("One ");
    expect(stored).not.toContain("boom");
  });

  test("nested without end is cut flat", async () => {
    const deep = `${"<blockquote>".repeat(600)}<p>Wang said no.</p>${"</blockquote>".repeat(600)}`;
    expect(wordsIn(await articleIn("a.html", `<html><body>${deep}</body></html>`))).toBe(
      "Wang said no.",
    );
  });
});

describe("Markdown", () => {
  test("keeps its structure; front matter says what the article is", async () => {
    const text = `---\ntitle: "Steel: a story"\ndate: 2024-05-03\nauthor: Jane Doe\n---\n\n## Sub\n\nWe *oppose* **this**, [she](https://example.org/) said.\n\n> No.\n\n3. one\n4. two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<script>boom()</script>\n`;
    const article = await articleIn("a.md", text);
    expect(article.metadata).toMatchObject({
      title: "Steel: a story",
      publishedAt: "2024-05-03",
      byline: "Jane Doe",
    });
    expect(outlineOf(article)).toBe(
      "h2(Sub) p(We <em oppose> <strong this>, {she→https://example.org/} said.) q[p(No.)] ol3[li[p(one)] li[p(two)]] p(a | b) p(1 | 2)",
    );
  });

  test("takes its first heading as the title", async () => {
    const article = await articleIn("a.md", "# Steel tariffs\n\nIt was said.\n");
    expect([article.metadata.title, outlineOf(article)]).toEqual([
      "Steel tariffs",
      "p(It was said.)",
    ]);
  });
});
