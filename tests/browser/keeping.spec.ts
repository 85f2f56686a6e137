import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import {
  articleText,
  cards,
  expect,
  newProject,
  openForm,
  pasteArticle,
  saved,
  tagForm,
  test,
  typeSpeaker,
  type Page,
} from "./app.ts";

const article =
  "Two sides meet\n\nROME, May 2, 2025 (Wire) -- Ada Conti said that trade will grow.\n\nMore follows.";

// A trace cannot be written of a browser that was killed.
test.use({ trace: "off" });

/** Tags the words with a new speaker, by keys. */
async function tag(page: Page, words: string, speaker: string): Promise<void> {
  const form = tagForm(page);
  await openForm(page, words);
  await typeSpeaker(page, speaker);
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
}

test("two tabs of one project show each other's changes at once", async ({ page, context }) => {
  await newProject(page, "Shared");
  await pasteArticle(page, article);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(cards(other)).toHaveCount(0);

  await tag(page, "trade will grow", "Ada Conti");
  await expect(cards(other)).toContainText("Ada Conti");
  await expect(articleText(other).locator("mark")).toHaveText("trade will grow");

  await other.getByRole("button", { name: "Undo" }).click();
  await expect(cards(page)).toHaveCount(0);
  await expect(articleText(page).locator("mark")).toHaveCount(0);
});

test("a statement shown as saved survives the browser being killed", async ({ baseURL }) => {
  test.setTimeout(120_000);
  const profile = mkdtempSync(join(tmpdir(), "verbatim-"));
  try {
    let first = await startBrowser(profile);
    const page = await first.open(baseURL ?? "");
    await newProject(page, "Killed");
    await pasteArticle(page, article);
    await tag(page, "trade will grow", "Ada Conti");
    await saved(page);
    const address = page.url();
    await first.kill();

    first = await startBrowser(profile);
    const again = await first.open(address);
    const card = cards(again);
    await expect(card).toContainText("Ada Conti");
    await expect(articleText(again).locator("mark")).toHaveText("trade will grow");
    await again.getByRole("button", { name: "Undo" }).click();
    await expect(card).toHaveCount(0);
    await first.kill();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** A browser process of our own on a profile, that can be killed as a crash or the system would. */
async function startBrowser(profile: string) {
  const child = spawn(
    process.env.CHROMIUM ?? "/usr/bin/chromium",
    [
      "--headless=new",
      "--no-sandbox",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const browser = await chromium.connectOverCDP(await debuggingAddress(child));
  return {
    async open(address: string): Promise<Page> {
      const context = browser.contexts()[0] ?? (await browser.newContext());
      const page = await context.newPage();
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(address);
      await expect(articleText(page)).toBeVisible();
      return page;
    },
    async kill(): Promise<void> {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      if (child.pid) process.kill(-child.pid, "SIGKILL"); // the whole group: its helper processes too
      await gone;
    },
  };
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once("exit", () => reject(new Error(`The browser did not start: ${said}`)));
  });
}
