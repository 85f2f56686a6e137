/**
 * What saving a correction costs in an article of 100,000 words with 10,000 statements, as a ratio
 * to the storage's own floor; and how long the page is kept from other work while it is saved in
 * the app. Medians over rounds.
 *
 *   npm run bench:correct             (about two minutes)
 *   npm run bench:correct -- --quick  a tenth of the size
 */
import { median, round, verdict, withBrowser, withBuilt } from "./built.mjs";

const quick = process.argv.includes("--quick");
const size = quick
  ? { articles: 1, words: 10_000, statements: 1_000 }
  : { articles: 1, words: 100_000, statements: 10_000 };
const rounds = 5;

const limits = {
  /** Against the same records read and written in one transaction. */
  save: 2.5,
  /** Milliseconds: the longest task of the page while a correction is saved and shown. */
  task: 200,
};

await withBuilt(["correct"], (address) =>
  withBrowser(async (browser) => {
    console.log(
      `${size.words.toLocaleString("en")} words, ${size.statements.toLocaleString("en")} statements`,
    );
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(error));
    await page.goto(`${address}correct.html`);
    await page.evaluate((of) => globalThis.target.prepare(of), size);
    const took = [];
    for (let i = 0; i < rounds; i += 1)
      took.push(await page.evaluate(() => globalThis.target.correct()));
    const [product, plain] = ["product", "plain"].map((name) => median(took.map((t) => t[name])));
    verdict(
      `store a correction: ${round(product / plain)} × (${round(product)} ms against ${round(plain)} ms)`,
      product <= limits.save * plain,
    );
    await inTheApp(page, plain);
  }),
);

/** Opens the article in the app and corrects it as a person does. */
async function inTheApp(page, plain) {
  await page.evaluate(() => globalThis.target.show());
  const took = [];
  for (let i = 0; i < rounds; i += 1) {
    await page.getByRole("textbox", { name: "Article text", exact: true }).waitFor();
    await page.waitForTimeout(3000);
    await page.getByRole("button", { name: "Correct text" }).click();
    const text = page.getByRole("textbox", { name: "Article text, correcting" });
    await text.waitFor();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("Today ");
    await page.waitForTimeout(2000);
    await page.evaluate(() => globalThis.target.watch());
    const start = Date.now();
    await page.keyboard.press("Control+s");
    await page.getByRole("textbox", { name: "Article text", exact: true }).waitFor();
    const shown = Date.now() - start;
    await page.waitForTimeout(1500);
    took.push({ shown, ...(await page.evaluate(() => globalThis.longest)) });
  }
  const of = (name) => round(median(took.map((one) => one[name])));
  const words = `shown after ${of("shown")} ms (${round(of("shown") / plain)} × the floor)`;
  verdict(`in the app: ${words}, longest task ${of("task")} ms`, of("task") <= limits.task);
}
