import { describe, expect, test } from "vitest";
import { blocksOfPages } from "../../../src/import/pdfLayout.ts";
import type { PageWords, PdfPage } from "../../../src/import/pdfLines.ts";
import { articleIn, refusalOf, wordsIn } from "./reading.ts";

interface Shown {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
}

/** A PDF of pages of text in Helvetica, its table of objects and all; y from the page's top. */
function pdfOf(pages: readonly (readonly Shown[])[], trailer = ""): Uint8Array {
  const objects: string[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  for (const [i, shown] of pages.entries()) {
    const stream = shown
      .map(
        ({ x, y, text, size = 10 }) =>
          `BT /F1 ${size} Tf ${x} ${800 - y} Td (${text.replaceAll(/[()\\]/g, String.raw`\$&`)}) Tj ET`,
      )
      .join("\n");
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  }
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (c) => c.charCodeAt(0));
}

const column = (x: number, y: number, lines: readonly string[]): Shown[] =>
  lines.map((text, i) => ({ x, y: y + 12 * i, text }));

const left = [
  "The duty on imported tool steel was sup-",
  "posed to save plants like this one. In-",
  "stead, the well-known firm laid off nine",
  "machinists on Tuesday, and more of them",
  "may follow before the end of this year,",
];
const right = [
  "its owner said in an interview today in",
  "her office. She opposes the duty, and so",
  "do others. The firm is as well-",
  "known as the town, where it has stood",
  "for ninety years.",
];

describe("a PDF", () => {
  test("is read column by column, with its title, and words divided at line ends made whole", async () => {
    const page = [
      { x: 50, y: 120, text: "Steel tariffs rattle toolmakers here", size: 24 },
      ...column(50, 160, left),
      ...column(320, 160, right),
    ];
    const article = await articleIn("a.pdf", pdfOf([page]));
    expect(article.metadata.title).toBe("Steel tariffs rattle toolmakers here");
    expect(wordsIn(article)).toBe(
      "The duty on imported tool steel was supposed to save plants like this one. Instead, the well-known firm laid off nine machinists on Tuesday, and more of them may follow before the end of this year, its owner said in an interview today in her office. She opposes the duty, and so do others. The firm is as well-known as the town, where it has stood for ninety years.",
    );
    expect(article.remarks).toEqual(["2 words were divided at a line’s end, and made whole"]);
  });

  test("loses what repeats on its pages, and says so", async () => {
    const pages = [1, 2, 3].map((number) => [
      { x: 50, y: 40, text: `The Daily Paper, 3 May 2024, A${number}` },
      ...column(50, 200, [`On page ${number} something was said by`, "somebody."]),
      { x: 290, y: 770, text: `- ${number} -` },
    ]);
    const article = await articleIn("a.pdf", pdfOf(pages));
    expect(wordsIn(article)).toBe(
      [1, 2, 3].map((n) => `On page ${n} something was said by somebody.`).join("\n"),
    );
    expect(article.remarks.join()).toContain("The Daily Paper, 3 May 2024, A1");
  });

  test("of pictures alone is said to be one; a picture among pages, too", async () => {
    expect(await refusalOf("scan.pdf", pdfOf([[], []]))).toBe(
      "“scan.pdf” has no text: its 2 pages are pictures, as a scanner makes them.",
    );
    const article = await articleIn(
      "a.pdf",
      pdfOf([column(50, 200, ["Something was said by somebody here."]), []]),
    );
    expect(article.remarks).toEqual(["no text on page 2: pictures of pages"]);
  });

  test("that is encrypted, cut off or none is refused", async () => {
    const key = `(${"x".repeat(32)})`;
    const locked = pdfOf(
      [column(50, 200, left)],
      `/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O ${key} /U ${key} >> /ID [(1234567890123456) (1234567890123456)]`,
    );
    expect(await refusalOf("a.pdf", locked)).toBe(
      "“a.pdf” is encrypted: it opens with a password only.",
    );
    expect(await refusalOf("a.pdf", pdfOf([column(50, 200, left)]).slice(0, 60))).toContain(
      "damaged or was cut off",
    );
    expect(await refusalOf("a.pdf", "Just words.")).toContain("damaged or was cut off");
  });
});

describe("the order of a page", () => {
  const page = (
    words: readonly (Pick<PageWords, "text" | "left" | "baseline"> & Partial<PageWords>)[],
  ): PdfPage => ({
    width: 600,
    height: 800,
    words: words.map((word) => ({
      width: word.text.length * 5,
      size: 10,
      rightToLeft: false,
      ...word,
    })),
  });
  const words = (p: PdfPage) =>
    blocksOfPages([p])
      .blocks.map((block) =>
        block.kind === "paragraph" ? block.pieces.map(({ text }) => text).join("") : "",
      )
      .join("\n");

  test("of Arabic words runs from right to left", () => {
    const line = ["قال", "الوزير", "أمس"].map((text, i) => ({
      text,
      left: 500 - 60 * i,
      baseline: 300,
      width: 50,
      rightToLeft: true,
    }));
    expect(words(page(line))).toBe("قال الوزير أمس");
  });

  test("of Chinese lines joins them without a space", () => {
    expect(
      words(
        page([
          { text: "外交部发言人表示，中方坚决", left: 50, baseline: 300 },
          { text: "反对加征关税。", left: 50, baseline: 312 },
        ]),
      ),
    ).toBe("外交部发言人表示，中方坚决反对加征关税。");
  });

  test("keeps paragraphs apart that a gap or an indent parts", () => {
    const lines = [
      ["One was said here by somebody today.", 50, 300],
      ["He went on for a while and then left.", 65, 312],
      ["Nobody was there to hear him leave it", 50, 324],
      ["at all.", 50, 336],
      ["Two was said.", 50, 365],
    ] as const;
    expect(words(page(lines.map(([text, x, y]) => ({ text, left: x, baseline: y }))))).toBe(
      "One was said here by somebody today.\nHe went on for a while and then left. Nobody was there to hear him leave it at all.\nTwo was said.",
    );
  });
});
