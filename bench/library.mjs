/**
 * What the Library costs with 10,000 articles and 20,000 statements: the longest wait for a frame
 * while somebody types, sorts, groups, scrolls, and changes all articles at once; and that change as
 * a ratio to the storage's own floor.
 *
 *   npm run bench:library             (about two minutes)
 *   npm run bench:library -- --quick  a tenth of the size
 */
import { median, round, verdict, withBrowser, withBuilt } from "./built.mjs";

const quick = process.argv.includes("--quick");
const size = { articles: 10_000, words: 120, statements: 20_000 };
if (quick) Object.assign(size, { articles: 1_000, statements: 2_000 });
const rounds = 3;

const limits = {
  /** Against the same records read and written in one transaction. */
  setAll: 2,
  /** Milliseconds between two frames while typing, sorting, grouping. */
  frame: 100,
  /** Milliseconds of one task while scrolling. */
  task: 50,
  /** Milliseconds of one task while all articles are changed. */
  changing: 200,
};

await withBuilt(["library"], (address) =>
  withBrowser(async (browser) => {
    const all = size.articles.toLocaleString("en");
    console.log(`${all} articles, ${size.statements.toLocaleString("en")} statements`);
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(error));
    await page.goto(`${address}library.html`);
    await page.evaluate((of) => globalThis.target.prepare(of), size);
    const took = [];
    for (let i = 0; i < rounds; i += 1)
      took.push(await page.evaluate((n) => globalThis.target.setAll(n), i));
    const [product, plain] = ["product", "plain"].map((name) => median(took.map((t) => t[name])));
    verdict(
      `set a section of all: ${round(product / plain)} × (${round(product)} ms against ${round(plain)} ms)`,
      product <= limits.setAll * plain,
    );
    await page.evaluate(() => globalThis.target.show());
    await page.getByText(`${all} articles`, { exact: true }).waitFor();
    await page.waitForTimeout(2000);
    await page.evaluate(() => globalThis.target.watch());
    await use(page, all);
  }),
);

async function use(page, all) {
  const search = page.getByRole("searchbox", { name: "Search articles" });
  await search.pressSequentially("tariff council", { delay: 90 });
  await page.getByText(new RegExp(`^[\\d,]+ of ${all} articles$`)).waitFor();
  await waits(page, "typing in the search", "frame", limits.frame);
  await search.fill("");
  await waits(page, "showing all again", "frame", limits.frame);
  for (const column of ["Title", "Publisher", "Statements"]) {
    await page.getByRole("button", { name: column, exact: true }).click();
    await page.locator(`[aria-sort]:has-text("${column}")`).waitFor();
    await waits(page, `sorting by ${column.toLowerCase()}`, "frame", limits.frame);
  }
  for (const group of ["publisher", "month", "nothing"]) {
    await page.getByLabel("Group by").selectOption(group);
    await waits(page, `grouping by ${group}`, "frame", limits.frame);
  }
  await page.getByRole("table", { name: "Articles" }).hover();
  for (let i = 0; i < 60; i += 1) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(30);
  }
  await waits(page, "scrolling", "task", limits.task);
  for (const share of [1, 0.5, 0.2, 0]) {
    await page.getByRole("table", { name: "Articles" }).evaluate((table, part) => {
      table.scrollTop = table.scrollHeight * part;
    }, share);
    await page.waitForTimeout(300);
  }
  await waits(page, "jumping", "task", limits.task);
  await page.getByRole("checkbox", { name: `Choose all ${all} articles` }).check();
  await waits(page, "choosing all", "frame", limits.frame);
  const bulk = page.getByRole("form", { name: "Change the chosen articles" });
  for (const [part, value] of [
    ["progress", "done"],
    ["section", "Politics"],
  ]) {
    await bulk.getByRole("combobox").first().selectOption(part);
    if (part === "progress") await bulk.getByRole("combobox").last().selectOption(value);
    else await bulk.getByRole("textbox").fill(value);
    await page.waitForTimeout(500);
    await reset(page);
    const start = Date.now();
    await bulk.getByRole("button", { name: /^Set for/ }).click();
    for (const state of ["Saving…", "Saved"])
      await page.getByRole("status").getByText(state, { exact: true }).waitFor();
    const took = Date.now() - start;
    await waits(page, `setting the ${part} of all, ${took} ms`, "task", limits.changing);
  }
}

/** Prints the longest wait since the last one, after what is under way is over. */
async function waits(page, what, kind, limit) {
  await page.waitForTimeout(1200);
  const { frame, task } = await reset(page);
  const words = `longest frame ${round(frame)} ms, longest task ${round(task)} ms`;
  verdict(`${what}: ${words}`, (kind === "frame" ? frame : task) <= limit);
}

function reset(page) {
  return page.evaluate(() => {
    const was = { ...globalThis.longest };
    Object.assign(globalThis.longest, { frame: 0, task: 0 });
    return was;
  });
}
