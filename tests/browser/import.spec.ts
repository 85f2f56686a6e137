import { strToU8, zipSync } from "fflate";
import { articleText, dragOver, expect, newProject, saved, test, type Page } from "./app.ts";

interface Given {
  readonly name: string;
  readonly buffer: Buffer;
}

const file = (name: string, content: string | Uint8Array | readonly number[]): Given => ({
  name,
  buffer: Buffer.from(typeof content === "string" ? content : Uint8Array.from(content)),
});

async function give(page: Page, ...files: Given[]): Promise<void> {
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page
    .getByLabel("Choose files")
    .setInputFiles(files.map((each) => ({ ...each, mimeType: "application/octet-stream" })));
}

/** A report of some sixty words, which shares none of its runs of words with another one. */
const body = (i: number) =>
  `On day ${i} it was said that ${Array.from({ length: 30 }, (_, n) => `thing${(i + 1) * (n + 3)} was`).join(" ")}.\n\nIt ended.`;

/** Word's least: a document of paragraphs, its parts and no styles. */
function word(...paragraphs: string[]): Uint8Array {
  const text = paragraphs
    .map((each) => `<w:p><w:r><w:t xml:space="preserve">${each}</w:t></w:r></w:p>`)
    .join("");
  const office = "http://schemas.openxmlformats.org";
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(
      `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${text}</w:body></w:document>`,
    ),
  });
}

/** A page of one line in Helvetica; pdf.js finds the objects without a table of them. */
const pdf = (line: string) => {
  const stream = `BT /F1 12 Tf 72 700 Td (${line}) Tj ET`;
  return `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[4 0 R]>>endobj\n3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>endobj\n5 0 obj<</Length ${stream.length}>>stream\n${stream}\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF`;
};

test("an archive of many articles is looked over, corrected and added as one action", async ({
  page,
}) => {
  const names = Array.from(
    { length: 40 },
    (_, i) => `2024-05-${String((i % 28) + 1).padStart(2, "0")}_Paper ${i % 3}_Story ${i}.txt`,
  );
  const archive = zipSync({
    ...Object.fromEntries(names.map((name, i) => [`may/${name}`, strToU8(body(i))])),
    "may/copy.txt": strToU8(`By our reporter\n\n${body(7)} And so on.`),
    "may/same.txt": strToU8(body(3)),
    "may/picture.png": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2),
  });
  await newProject(page, "Many");
  await give(page, file("may.zip", archive));
  const dialog = page.getByRole("dialog", { name: "Import" });
  await expect(dialog.getByText("42 articles in 42 files")).toBeVisible();
  await expect(dialog.getByText("1 file not read")).toBeVisible();
  await expect(dialog.getByRole("alert")).toContainText("is a PNG picture");
  await dialog.getByLabel("Details from file names").fill("{date}_{publisher}_{title}");
  await expect(dialog.getByRole("button", { name: "Story 0" })).toBeVisible();
  await dialog.getByLabel("Show", { exact: true }).selectOption("Not chosen");
  await expect(dialog.getByRole("row")).toHaveCount(1);
  await expect(dialog.getByRole("row")).toContainText("same text as “Story 3” (Paper 0)");
  await dialog.getByLabel("Show", { exact: true }).selectOption("Those to check");
  await expect(dialog.getByRole("row").filter({ hasText: "copy.txt" })).toContainText(
    /\d+ % as “Story 7”/,
  );
  await dialog.getByLabel("Show", { exact: true }).selectOption("All");
  await dialog.getByRole("button", { name: "Story 0" }).press("Enter");
  await dialog.getByLabel("Publisher").fill("The Corrected");
  await dialog.getByRole("checkbox", { name: "Add “Story 1”" }).press("Space");
  await dialog.getByRole("button", { name: "Add 40 articles" }).click();
  await expect(page.getByText("40 articles added")).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.getByText("The Corrected").first()).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "No article yet" })).toBeVisible();
});

test("a table's columns are guessed, seen, and taken for others", async ({ page }) => {
  const long = "Something was said about the duty, and more was said about it later that day. ";
  const csv = `Head,When,Body,Other\nOne story,3/5/2024,"${long.repeat(3)}1","${long}"\nTwo story,4/5/2024,"${long.repeat(3)}2","${long}"\n,5/5/2024,,\n`;
  await newProject(page, "Table");
  await give(page, file("articles.csv", csv));
  const columns = page.getByRole("region", { name: "First rows of articles.csv" });
  await expect(columns.getByLabel("Column Body is")).toHaveValue("text");
  await columns.getByLabel("Column Head is").selectOption("Title");
  await columns.getByLabel("Column When is").selectOption("Date");
  await page.getByLabel("Dates such as 3/5/2024 are").selectOption("month first: 5 March");
  await expect(page.getByLabel("Title", { exact: true }).first()).toHaveValue("One story");
  await expect(page.getByLabel("Date", { exact: true }).first()).toHaveValue("2024-03-05");
  await page.getByText("1 part of these files left out").click();
  await expect(page.getByText("Row 4 of articles.csv: it has no text")).toBeVisible();
  await page.getByRole("button", { name: "Add 2 articles" }).click();
  await expect(page.getByRole("link", { name: /Two story/ })).toBeVisible();
});

test("another encoding is guessed, said, and corrected", async ({ page }) => {
  const decoder = new TextDecoder("windows-1251");
  const byte = new Map(
    Array.from({ length: 256 }, (_, b) => [decoder.decode(Uint8Array.of(b)), b]),
  );
  const bytes = Array.from(
    "Министр заявил, что Россия выступает против новых пошлин.",
    (c) => byte.get(c) ?? 63,
  );
  await newProject(page, "Bytes");
  await give(page, file("russian.txt", bytes));
  await expect(page.getByText("1 file is not in UTF-8")).toBeVisible();
  await expect(page.getByRole("dialog")).toContainText("Министр заявил");
  await page.getByLabel("russian.txt").selectOption("Western European (Windows-1252)");
  await expect(page.getByRole("dialog")).toContainText("Ìèíèñòð");
  await page.getByLabel("russian.txt").selectOption("Cyrillic (Windows-1251)");
  await expect(page.getByRole("dialog")).toContainText("Министр заявил");
});

test("Word, PDF and web pages come in under the page's policy, and keep their structure", async ({
  page,
}) => {
  const said =
    "The ministry said on Friday that the duty would stay as it is, whatever others may do about it. ";
  const html = `<html lang="en"><head><title>Web story</title><script>document.body.append("run")</script></head><body><article><h1>Web story</h1><h2>What was said</h2><p>${said.repeat(3)}</p><blockquote><p>We oppose this.</p></blockquote><ul><li>one</li><li>two</li></ul><p>${said.repeat(2)} <a href="https://example.org/">There</a></p></article></body></html>`;
  await newProject(page, "Formats");
  await give(
    page,
    file(
      "story.docx",
      word("Word story", "TOLEDO, Ohio, May 3, 2024 (CP) -- It was said.", "It ended."),
    ),
    file("story.pdf", pdf("Something was said by somebody in a PDF.")),
    file("story.html", html),
  );
  await expect(page.getByLabel("Title", { exact: true })).toHaveCount(3);
  await page.getByRole("button", { name: "Add 3 articles" }).click();
  await page.getByRole("link", { name: /Web story/ }).click();
  const text = articleText(page);
  await expect(text.getByRole("heading", { name: "What was said" })).toBeVisible();
  await expect(text.locator("blockquote")).toHaveText("We oppose this.");
  await expect(text.getByRole("listitem")).toHaveText(["one", "two"]);
  await expect(text.getByText("There")).toHaveAttribute("title", "https://example.org/");
  await expect(text).not.toContainText("run");
  // Words of a list item are selected and tagged like any others.
  await dragOver(page, "two");
  await expect(page.getByRole("dialog", { name: "Tag statement" })).toBeVisible();
  await page.getByRole("button", { name: "Save statement" }).click();
  await expect(text.locator("li mark")).toHaveText("two");
});

/** A page of lines in fonts that are not embedded, whose codes a predefined character map explains. */
function mappedPdf(lines: readonly { map: string; order: string; hex: string }[]): string {
  const stream = lines
    .map(({ hex }, i) => `BT /F${i} 12 Tf 72 ${700 - 40 * i} Td <${hex}> Tj ET`)
    .join(" ");
  const fonts = lines.map(({ map, order }, i) => {
    const descriptor = "/FontDescriptor<</Type/FontDescriptor/FontName/Song/Flags 4>>";
    const below = `<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(${order})/Supplement 2>>${descriptor}>>`;
    return `/F${i}<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/${map}/DescendantFonts[${below}]>>`;
  });
  return `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[4 0 R]>>endobj\n4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<<${fonts.join("")}>>>>/Contents 5 0 R>>endobj\n5 0 obj<</Length ${stream.length}>>stream\n${stream}\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF`;
}

test("Chinese, Japanese and Korean PDFs that name a character map are read, without a network too", async ({
  page,
  context,
}) => {
  const chinese = "外交部发言人周五表示，中方反对单边关税，并将采取必要措施维护自身利益。";
  const utf16 = Array.from(chinese, (c) => c.charCodeAt(0).toString(16).padStart(4, "0")).join("");
  await newProject(page, "Maps");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await context.setOffline(true);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url().replace(/.*\//, "")));
  await give(page, file("latin.pdf", pdf("Something was said by somebody in a PDF.")));
  await expect(page.getByText("Something was said by somebody in a PDF.").first()).toBeVisible();
  expect(asked.filter((name) => name.endsWith(".bcmap"))).toEqual([]);
  await page.keyboard.press("Escape");
  await give(
    page,
    file(
      "maps.pdf",
      mappedPdf([
        { map: "UniGB-UCS2-H", order: "GB1", hex: utf16 },
        {
          map: "GBK-EUC-H",
          order: "GB1",
          hex: "cde2bdbbb2bfb7a2d1d4c8cbd6dccee5b1edcabea3acd6d0b7bdb7b4b6d4b5a5b1dfb9d8cbb0a3acb2a2bdabb2c9c8a1b1d8d2aab4ebcaa9ceacbba4d7d4c9edc0fbd2e6a1a3",
        },
        {
          map: "90ms-RKSJ-H",
          order: "Japan1",
          hex: "8a4f96b18fc882cc95f193b98aaf82cd8be0976a93fa814182b182cc8ad690c582c994bd91ce82b782e982c68f7182d78141954b977682c8915b927582f08ee682e982c682b582bd8142",
        },
        {
          map: "KSCms-UHC-H",
          order: "Korea1",
          hex: "bfdcb1b3bace20b4ebbaafc0cec0ba20b1ddbfe4c0cf20c0cc20b0fcbcbcbfa120b9ddb4ebc7cfb8e720c7cabfe4c7d120c1b6c4a1b8a620c3ebc7cfb0dab4d9b0ed20b9e0c7fbb4d92e",
        },
      ]),
    ),
  );
  await page.getByRole("button", { name: "Add article" }).click();
  for (const words of [
    chinese,
    "外務省の報道官は金曜日、この関税に反対すると述べ、必要な措置を取るとした。",
    "외교부 대변인은 금요일 이 관세에 반대하며 필요한 조치를 취하겠다고 밝혔다.",
  ])
    await expect(articleText(page)).toContainText(words);
  expect((await articleText(page).textContent())?.split(chinese)).toHaveLength(3);
  await context.setOffline(false);
});

test("hostile and broken files each say what is wrong, and nothing is saved", async ({ page }) => {
  await newProject(page, "Careful");
  const key = `(${"x".repeat(32)})`;
  const locked = pdf("x").replace(
    "/Root 1 0 R",
    `/Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O${key}/U${key}>>/ID[(1)(1)]`,
  );
  await give(
    page,
    file("bomb.zip", zipSync({ "a.txt": new Uint8Array(30 * 2 ** 20) })),
    file("stray.csv", 'a,b\n1,"2\n3,4\n'),
    file("cut.docx", word("Whole").slice(0, 300)),
    file("locked.pdf", locked),
  );
  for (const words of [
    "would unpack to 30 MB or more",
    "cannot be read from line 2 on",
    "“cut.docx” is damaged or was cut off",
    "“locked.pdf” is encrypted",
  ])
    await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();
  await expect(page.getByRole("button", { name: "Add article" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "No article yet" })).toBeVisible();
});

test("reading can be stopped, and typing goes on while it runs", async ({ page }) => {
  await newProject(page, "Slow");
  const rows = Array.from(
    { length: 6000 },
    (_, i) => `Story ${i},"${body(i)} ${"More words of it. ".repeat(60)}"`,
  );
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await give(page, file("big.csv", `title,text\n${rows.join("\n")}\n`));
  await expect(page.getByRole("button", { name: "Stop reading" })).toBeVisible();
  await page.getByRole("textbox", { name: "Paste text" }).pressSequentially("typed meanwhile");
  await expect(page.getByRole("textbox", { name: "Paste text" })).toHaveValue("typed meanwhile");
  await page.getByRole("button", { name: "Stop reading" }).click();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Add article" })).toBeDisabled();
});
