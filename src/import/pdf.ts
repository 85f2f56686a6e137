import type { TextItem } from "pdfjs-dist/types/src/display/api";
import { documentOfBlocks, textOf } from "../model/document.ts";
import { done, refused, type Result } from "../model/problem.ts";
import {
  articles,
  damaged,
  hasExtension,
  startsWith,
  type Imported,
  type ImportFormat,
  type InputFile,
} from "./format.ts";
import { databaseArticles } from "./newsDatabase.ts";
import { blocksOfPages } from "./pdfLayout.ts";
import type { PdfPage } from "./pdfLines.ts";
import { Slices } from "./slices.ts";
import { articleOfBlocks } from "./wordProcessed.ts";

/** A PDF with a text layer: one article. */
export const pdf: ImportFormat = {
  label: "PDF",
  extensions: [".pdf"],
  maxBytes: 100 * 2 ** 20,
  recognises: (file) =>
    hasExtension(file, ".pdf") || startsWith(file.bytes, 0x25, 0x50, 0x44, 0x46, 0x2d),
  read: (file, { signal }) => readPdf(file, new Slices(signal)),
};

/** A page with fewer letters than this is a picture of one. */
const fewestLetters = 25;

async function readPdf(file: InputFile, slices: Slices): Promise<Result<Imported>> {
  const pages = await pagesOf(file, slices);
  if (!pages.ok) return pages;
  const scanned = pages.value.flatMap(({ words }, i) =>
    words.reduce((sum, { text }) => sum + text.trim().length, 0) < fewestLetters ? [i + 1] : [],
  );
  if (scanned.length === pages.value.length)
    return refused(
      `“${file.name}” has no text: its ${pages.value.length === 1 ? "page is a picture" : `${pages.value.length} pages are pictures`}, as a scanner makes them.`,
      "Let a program for text recognition (OCR) add the text, then choose it again; or type the passage that you need.",
    );
  const { blocks, remarks } = blocksOfPages(pages.value);
  const said = [
    ...remarks,
    ...(scanned.length > 0
      ? [
          `no text on ${scanned.length === 1 ? "page" : "pages"} ${scanned.join(", ")}: pictures of pages`,
        ]
      : []),
  ];
  const many = databaseArticles(textOf(documentOfBlocks(blocks)));
  if (many) return done(articles(many.articles, null, many.skipped));
  return done(articles([articleOfBlocks(blocks, said)]));
}

async function pagesOf(file: InputFile, slices: Slices): Promise<Result<PdfPage[]>> {
  const pdfjs = await import("pdfjs-dist");
  if (typeof Worker !== "undefined") {
    const { default: worker } = await import("pdfjs-dist/build/pdf.worker.min.mjs?url");
    pdfjs.GlobalWorkerOptions.workerSrc = worker;
  }
  const loading = pdfjs.getDocument({
    data: file.bytes.slice(),
    isEvalSupported: false,
    useWasm: false,
    // What CJK codes without a table of their own mean; fetched for the PDF that names them.
    ...(typeof document !== "undefined" && {
      cMapUrl: new URL("cmaps/", document.baseURI).href,
      cMapPacked: true,
    }),
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const read = await loading.promise;
    const pages: PdfPage[] = [];
    for (let number = 1; number <= read.numPages; number += 1) {
      const page = await read.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const words = items
        .filter((item): item is TextItem => "str" in item)
        .map(({ str, transform, width: wide, dir }) => {
          const [, , c = 0, d = 0, x = 0, y = 0] = transform as number[];
          return {
            text: str.toWellFormed(),
            left: x,
            baseline: height - y,
            width: wide,
            size: Math.hypot(c, d),
            rightToLeft: dir === "rtl",
          };
        });
      pages.push({ width, height, words });
      page.cleanup();
      await slices.turn();
    }
    return done(pages);
  } catch (error) {
    if (error instanceof DOMException) throw error;
    if (error instanceof Error && error.name === "PasswordException")
      return refused(
        `“${file.name}” is encrypted: it opens with a password only.`,
        "Open it with its password and save it without one, or copy its text and paste it here.",
      );
    return damaged(file.name, "it cannot be opened as a PDF");
  } finally {
    await loading.destroy();
  }
}
