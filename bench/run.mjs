/**
 * What the reader costs against a static page of the same words, as ratios within one run. Each
 * figure is a median over rounds; the two pages take turns, each in a browser of its own. The static
 * page has no marks at all, so it is a floor that no page with statements can reach; opening is also
 * set against one that has them.
 *
 *   npm run bench             all sizes (about four minutes)
 *   npm run bench -- --quick  the two smaller sizes, fewer rounds
 */
import { chromium } from "@playwright/test";
import { browserOptions, median, round, verdict, withBuilt } from "./built.mjs";

const quick = process.argv.includes("--quick");
const rounds = quick ? 3 : 7;
const sizes = [
  { words: 1_000, marks: 100 },
  { words: 10_000, marks: 1_000 },
  { words: 100_000, marks: 10_000 },
].slice(0, quick ? 2 : 3);

/** Visits that only open the article: frames make that figure jump, so it takes more of them. */
const openings = quick ? 6 : 12;

/** Additions, recolourings and deletions measured in each visit; pages turned; wheel steps. */
const repeats = quick ? 5 : 10;
const pages = quick ? 12 : 40;

const limits = {
  /** Opening, against the static page. */
  open: 1.5,
  /** Two frames at 60 Hz, and a little for the clock. */
  shown: 2 * (1000 / 60) + 1,
  longTask: 50,
  memoryRatio: 2,
  memoryMore: 20e6,
};

await withBuilt(
  ["reader", "static"],
  async (address) => {
    for (const size of sizes) report(size, await measure(address, size));
  },
  {
    // Only an isolated page may measure its memory.
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
  },
);

/** Visits both pages in turns. */
async function measure(address, size) {
  const visits = { static: [], reader: [] };
  const opened = { static: [], reader: [], marked: [] };
  for (let turn = 0; turn < rounds + openings; turn += 1) {
    for (const name of turn % 2 === 0 ? ["static", "reader"] : ["reader", "static"]) {
      const one = await visit(`${address}${name}.html`, size, turn < rounds ? readAndChange : null);
      opened[name].push(one.open);
      if (turn < rounds) visits[name].push(one);
    }
    if (turn >= rounds)
      opened.marked.push((await visit(`${address}static.html?marks`, size, null)).open);
  }
  return { visits, opened };
}

/** One page, from a new browser to its end. */
async function visit(path, { words, marks }, after) {
  const browser = await chromium.launch({
    ...browserOptions,
    args: [...browserOptions.args, "--enable-blink-features=ForceEagerMeasureMemory"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(path);
    await page.evaluate(([w, m]) => globalThis.target.prepare(w, m), [words, marks]);
    await page.evaluate(() => {
      globalThis.longTasks = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
      }).observe({ entryTypes: ["longtask"] });
    });
    const open = await page.evaluate(() => globalThis.target.open());
    return { open, ...(await after?.(page)) };
  } finally {
    await browser.close();
  }
}

/** All that is measured on a page once it is open. */
async function readAndChange(page) {
  const opened = await settle(page);
  const memory = await bytes(page);
  const changes = {};
  for (const change of ["add", "recolour", "remove"])
    changes[change] = await page.evaluate(
      async ([what, times]) => {
        const took = [];
        for (let i = 0; i < times; i += 1) {
          const one = await globalThis.target[what]?.();
          if (one) took.push(one);
        }
        return took;
      },
      [change, repeats],
    );
  await settle(page);
  await readThrough(page);
  const reading = await settle(page);
  const nodes = await page.evaluate(() => globalThis.target.nodes());
  return { opened, memory, changes, reading, nodes, memoryRead: await bytes(page) };
}

/** Turns pages, turns the wheel, and goes to the end and back, as a reader does. */
async function readThrough(page) {
  const box = await page.locator("main p").first().boundingBox();
  await page.mouse.click(box.x + 100, box.y + 12);
  for (let i = 0; i < pages; i += 1) {
    await page.keyboard.press("PageDown");
    await page.waitForTimeout(50);
  }
  for (let i = 0; i < pages; i += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(30);
  }
  for (const share of [1, 0.5, 0]) {
    await page.evaluate((part) => {
      const main = document.querySelector("main");
      main.scrollTop = main.scrollHeight * part;
    }, share);
    await page.waitForTimeout(100);
  }
}

/** Waits until nothing is left to do; the long tasks since it was last asked, in milliseconds. */
async function settle(page) {
  await page.waitForTimeout(300);
  return page.evaluate(() => globalThis.longTasks.splice(0));
}

/** Bytes of scripts and of the DOM, after the garbage is gone. */
async function bytes(page) {
  return page.evaluate(async () => {
    const { breakdown } = await performance.measureUserAgentSpecificMemory();
    const of = (type) =>
      breakdown
        .filter(({ types }) => types.includes(type))
        .reduce((sum, part) => sum + part.bytes, 0);
    return { scripts: of("JavaScript"), dom: of("DOM") };
  });
}

function report({ words, marks }, { visits, opened }) {
  const of = (name, figure) => median(visits[name].map(figure));
  const both = (figure) => [of("static", figure), of("reader", figure)];
  const total = (memory) => memory.scripts + memory.dom;
  const longest = (name) => (v) => Math.max(0, ...v[name]);
  const took = (change, figure) =>
    visits.reader.flatMap((v) => v.changes[change].map((t) => t[figure]));

  const openingsOf = (figure) =>
    ["static", "reader"].map((name) => middle(opened[name].map((open) => open[figure])));
  const [openStatic, openReader] = openingsOf("shown");
  const [memoryStatic, memoryReader] = both((v) => total(v.memoryRead));
  const [readStatic, readReader] = both(longest("reading"));

  console.log(`\n${words.toLocaleString("en")} words × ${marks.toLocaleString("en")} statements`);
  console.table({
    "open, ms": row(openStatic, openReader),
    "open, the static page with marks, ms": row(
      middle(opened.marked.map((open) => open.shown)),
      openReader,
    ),
    "last paragraph there, ms": row(...openingsOf("whole")),
    "longest task while opening, ms": row(...both(longest("opened"))),
    "memory when opened, MB": row(...both((v) => total(v.memory) / 1e6)),
    "memory when read, MB": row(memoryStatic / 1e6, memoryReader / 1e6),
    "longest task while reading, ms": row(readStatic, readReader),
    nodes: row(...both((v) => v.nodes)),
  });
  console.table(
    Object.fromEntries(
      ["add", "recolour", "remove"].map((change) => [
        change,
        {
          "script, ms": round(median(took(change, "work"))),
          "on screen, ms": round(median(took(change, "shown"))),
          "on screen (95th percentile), ms": round(percentile(took(change, "shown"), 95)),
        },
      ]),
    ),
  );
  verdict(
    `opens in ${round(openReader / openStatic)} × the static page`,
    openReader <= limits.open * openStatic,
  );
  for (const change of ["add", "recolour", "remove"]) {
    const shown = median(took(change, "shown"));
    verdict(`${change}: on screen after ${round(shown)} ms`, shown <= limits.shown);
  }
  verdict(`no task over ${limits.longTask} ms while reading`, readReader <= limits.longTask);
  verdict(
    `memory is ${round(memoryReader / 1e6)} MB, the static page's ${round(memoryStatic / 1e6)} MB`,
    memoryReader <= limits.memoryRatio * memoryStatic + limits.memoryMore,
  );
}

function row(floor, reader) {
  return {
    static: round(floor),
    reader: round(reader),
    ratio: floor > 0 ? round(reader / floor) : "–",
  };
}

/** The mean of the middle half: figures that jump between two frames settle, outliers do not count. */
function middle(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const quarter = Math.floor(sorted.length / 4);
  const half = sorted.slice(quarter, sorted.length - quarter);
  return half.reduce((sum, value) => sum + value, 0) / half.length;
}

function percentile(values, percent) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
