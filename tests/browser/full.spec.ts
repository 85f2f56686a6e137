import { test, type CDPSession } from "@playwright/test";
import {
  articleText,
  cards,
  expect,
  newProject,
  openForm,
  pasteArticle,
  saved,
  tagForm,
  typeSpeaker,
  type Page,
} from "./app.ts";

const article =
  "Two sides meet\n\nROME, May 2, 2025 (Wire) -- Ada Conti said that trade will grow.\n\nMore follows.";

/** Bytes that the page may store, as long as there is room on a device nearly full. */
const little = 3_000_000;

// The kept files of the app would take more than that.
test.use({ serviceWorkers: "block" });

let room: CDPSession;

test.beforeEach(async ({ page, baseURL }) => {
  room = await page.context().newCDPSession(page);
  // Before the page has stored anything: the browser remembers for a while how much room there was.
  await allow(little, baseURL);
  await page.goto("./");
  await newProject(page, "Full");
  await pasteArticle(page, article);
  await saved(page);
});

async function allow(quotaSize: number, baseURL: string | undefined): Promise<void> {
  const { origin } = new URL(baseURL ?? "");
  await room.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
}

/** Fills what room is left, with what no browser can press together. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open("filler", 1);
    opening.addEventListener("upgradeneeded", () =>
      opening.result.createObjectStore("bytes", { autoIncrement: true }),
    );
    await new Promise((resolve) => opening.addEventListener("success", resolve));
    const put = (length: number) =>
      new Promise<boolean>((resolve) => {
        const transaction = opening.result.transaction("bytes", "readwrite");
        transaction.addEventListener("complete", () => resolve(true));
        transaction.addEventListener("abort", () => resolve(false));
        transaction.objectStore("bytes").add(crypto.getRandomValues(new Uint8Array(length)));
      });
    for (let length = 65_536; length > 16;)
      if (!(await put(length))) length = Math.floor(length / 2);
    opening.result.close();
  });
}

test("where the storage is full, a statement is not saved, what to do is said, and it is kept in the form", async ({
  page,
  baseURL,
}) => {
  await fill(page);
  await openForm(page, "trade will grow");
  await typeSpeaker(page, "Ada Conti");
  await page.keyboard.press("Enter");
  const said = page.locator(".notice").filter({ hasText: "storage for this page is full" });
  await expect(said).toContainText("Free disk space or delete a project");
  await expect(page.getByRole("status").first()).toHaveText("Not saved");
  await expect(tagForm(page)).toBeVisible();
  await expect(tagForm(page)).toContainText("Ada Conti");
  await expect(cards(page)).toHaveCount(0);

  await allow(10 * little, baseURL);
  await tagForm(page).getByRole("button", { name: "Save statement" }).click();
  await expect(tagForm(page)).toBeHidden();
  await expect(cards(page)).toHaveCount(1);
  await page.reload();
  await expect(cards(page)).toContainText("Ada Conti");
  await expect(articleText(page).locator("mark")).toHaveText("trade will grow");
});

test("articles that do not fit leave nothing behind, and stay to be looked over", async ({
  page,
}) => {
  const words = Array.from({ length: 40 }, (_, i) => {
    let seed = i + 1;
    return Array.from({ length: 20_000 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed.toString(36);
    }).join(" ");
  });
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByLabel("Choose files").setInputFiles(
    words.map((text, i) => ({
      name: `Story ${i}.txt`,
      mimeType: "text/plain",
      buffer: Buffer.from(`Story ${i}\n\n${text}`),
    })),
  );
  await page.getByRole("button", { name: "Add 40 articles" }).click();
  await expect(page.getByText("storage for this page is full").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Add 40 articles" })).toBeVisible();
  await page.reload();
  await expect(articleText(page)).toContainText("trade will grow");
  await expect(page.getByRole("link", { name: /Story/ })).toHaveCount(0);
});
