/**
 * What the Statements view costs at 100,000 statements in 2,000 articles (25 million characters),
 * as ratios within one run: searching, filtering and sorting against the plainest loop to the same
 * end, recoding and opening against the storage's own floor; and the longest wait for a frame while
 * somebody types. Each figure is a median over rounds.
 *
 *   npm run bench:statements             (about five minutes)
 *   npm run bench:statements -- --quick  a tenth of the size
 */
import { median, round, verdict, withBrowser, withBuilt } from "./built.mjs";

const quick = process.argv.includes("--quick");
const size = quick
  ? { articles: 200, words: 2_000, statements: 10_000 }
  : { articles: 2_000, words: 2_000, statements: 100_000 };
const rounds = 5;

const limits = {
  /** Against the plainest way to the same end. */
  open: 2.5,
  search: 20,
  filter: 20,
  sort: 2,
  recode: 3,
  /** Milliseconds until the next frame while typing. */
  frame: 100,
};

await withBuilt(["statements"], (address) =>
  withBrowser((browser) => measure(browser, `${address}statements.html`)),
);

async function measure(browser, address) {
  console.log(
    `${size.statements.toLocaleString("en")} statements in ${size.articles.toLocaleString("en")} articles`,
  );
  const visit = () => visitOf(browser, address);
  const first = await visit();
  await first.evaluate((of) => globalThis.target.prepare(of), size);
  await first.close();

  const opened = [];
  let page;
  for (let visits = 0; visits < 3; visits += 1) {
    await page?.close();
    page = await visit();
    const took = await page.evaluate(() => globalThis.target.open());
    opened.push({ ...took, ...(await longest(page)) });
  }
  report("open the project", opened, limits.open);

  // Of the first time the worker is told of all statements and reads all texts.
  const told = await page.evaluate(() => globalThis.target.search("sanction"));
  console.log(`the first search, all statements told: ${round(told.product)} ms`);
  report(
    "search a word",
    await several(page, () => globalThis.target.search("tariff")),
    limits.search,
  );
  const read = await page.evaluate(() => globalThis.target.hits("sanction"));
  console.log(`the first hits, all texts read: ${round(read.product)} ms`);
  const hits = await several(page, () => globalThis.target.hits("unilateral"));
  report(`${hits[0].count.toLocaleString("en")} hits in context`, hits, limits.search);
  report(
    "filter by three conditions",
    await several(page, () => globalThis.target.filter()),
    limits.filter,
  );
  report(
    "sort by note and quote",
    await several(page, () => globalThis.target.sortRows()),
    limits.sort,
  );
  const recoded = [];
  for (let i = 0; i < rounds; i += 1)
    recoded.push(await page.evaluate((n) => globalThis.target.recode(1_000, n), i));
  report("recode 1,000 statements", recoded, limits.recode);
  await page.close();
  await type(await visit());
}

/** Types into the search and into a condition of the filter, as quickly as a person does. */
async function type(page) {
  await page.evaluate(() => globalThis.target.show());
  const search = page.getByRole("searchbox", { name: "Search statements" });
  await search.waitFor();
  await page
    .getByText(/^[\d,]+ statements$/)
    .first()
    .waitFor();
  await page.evaluate(() => globalThis.target.watch());
  await search.pressSequentially("tariff council -export", { delay: 90 });
  await page.waitForTimeout(1500);
  waits("typing in the search", await longest(page));
  await search.fill("");
  await page.waitForTimeout(1500);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("button", { name: "Condition" }).click();
  await page.getByRole("combobox", { name: "Attribute" }).selectOption("Quote");
  await page.waitForTimeout(1000);
  await longest(page);
  await page
    .getByRole("textbox", { name: "Words" })
    .pressSequentially("regional security", { delay: 90 });
  await page.waitForTimeout(1500);
  waits("typing in a filter", await longest(page));
  await page.getByRole("button", { name: "Quote", exact: true }).click();
  await page.getByLabel("Group by").selectOption("Speakers");
  await page.waitForTimeout(4000);
  waits("sorting and grouping", await longest(page));
  await page.close();
}

async function visitOf(browser, address) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(address);
  await page.waitForFunction(() => "target" in globalThis);
  return page;
}

async function several(page, act) {
  const took = [];
  for (let i = 0; i < rounds; i += 1) took.push(await page.evaluate(act));
  return took;
}

/** The longest wait since it was last asked. */
function longest(page) {
  return page.evaluate(() => {
    const { frame, task } = globalThis.longest;
    Object.assign(globalThis.longest, { frame: 0, task: 0 });
    return { frame, task };
  });
}

function report(what, took, limit) {
  const product = median(took.map((one) => one.product));
  const plain = median(took.map((one) => one.plain));
  const ratio = product / plain;
  const task =
    took[0].task === undefined
      ? ""
      : `, longest task ${round(median(took.map((one) => one.task)))} ms`;
  verdict(
    `${what}: ${round(ratio)} × (${round(product)} ms against ${round(plain)} ms${task})`,
    ratio <= limit,
  );
}

function waits(what, { frame, task }) {
  verdict(
    `${what}: longest frame ${round(frame)} ms, longest task ${round(task)} ms`,
    frame <= limits.frame,
  );
}
