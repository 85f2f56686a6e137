import type { CDPSession, Locator, Page } from "@playwright/test";
import { expect, test } from "./app.ts";

/** The article text as the screen has it; the signs before marks are no text. */
function shown(text: Locator): Promise<string> {
  return text.evaluate((element) =>
    Array.from(element.children, (block) => block.textContent).join("\n"),
  );
}

/** What typing or composing must not change: the text's nodes and what is selected in it. */
function state(text: Locator): Promise<{ nodes: string; selected: string }> {
  return text.evaluate((element) => ({
    nodes: Array.from(element.querySelectorAll("p"), (block) =>
      Array.from(block.childNodes, (node) => new XMLSerializer().serializeToString(node)).join(""),
    ).join("\n"),
    selected: getSelection()?.toString() ?? "",
  }));
}

function selected(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.toString() ?? "");
}

/** Puts the caret into a paragraph by clicking near its first letters. */
async function clickInto(text: Locator, paragraph: number): Promise<void> {
  await text
    .locator("p")
    .nth(paragraph)
    .click({ position: { x: 40, y: 16 } });
  await expect(text).toBeFocused();
}

/** Selects words with the keyboard; forms that open on a selection wait for the pointer. */
async function selectWords(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await page.keyboard.press("Control+Shift+ArrowRight");
  await expect.poll(() => selected(page)).not.toBe("");
}

test.describe("the article text", () => {
  test.beforeEach(async ({ page }) => {
    const text = page.getByRole("textbox", { name: "Article text" });
    await expect(text).toBeVisible();
    // Suggestions come a little later, and are marks too.
    await expect(text.locator(".is-suggested").first()).toBeVisible();
  });

  test("is a read-only textbox that no keyboard, checker or extension interferes with", async ({
    page,
  }) => {
    const text = page.getByRole("textbox", { name: "Article text" });
    for (const [name, value] of Object.entries({
      "aria-multiline": "true",
      "aria-readonly": "true",
      contenteditable: "true",
      inputmode: "none",
      spellcheck: "false",
      autocorrect: "off",
      autocapitalize: "off",
      translate: "no",
      "data-gramm": "false",
    }))
      await expect(text).toHaveAttribute(name, value);
  });

  test("cannot be typed into, pasted into, dropped on, cut, or edited by a command", async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const text = page.getByRole("textbox", { name: "Article text" });
    const before = await shown(text);
    await clickInto(text, 1);
    await page.keyboard.insertText("q");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Control+Backspace");
    await page.evaluate(() => navigator.clipboard.writeText("pasted"));
    await page.keyboard.press("Control+v");
    await page.keyboard.press("Control+Shift+v");
    await selectWords(page, 3);
    const chosen = await selected(page);
    await page.keyboard.press("Control+x");
    await page.evaluate(() => {
      for (const command of [
        "insertText",
        "delete",
        "forwardDelete",
        "insertParagraph",
        "bold",
        "cut",
        "undo",
      ])
        document.execCommand(command, false, "zzz");
    });
    await text.evaluate((element) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/plain", "dropped");
      const { left, top } = element.getBoundingClientRect();
      for (const type of ["dragenter", "dragover", "drop"])
        element.dispatchEvent(
          new DragEvent(type, {
            bubbles: true,
            cancelable: true,
            dataTransfer,
            clientX: left + 50,
            clientY: top + 20,
          }),
        );
    });
    expect(await shown(text)).toBe(before);
    expect(await selected(page)).toBe(chosen);
  });

  test("stays as it is under an input method", async ({ page, context }) => {
    const text = page.getByRole("textbox", { name: "Article text" });
    const cdp = await context.newCDPSession(page);
    await clickInto(text, 1);
    const oneParagraph = [[], ["Shift+ArrowRight"], ["Shift+ArrowRight", "Shift+ArrowRight"]];
    const several = [["Shift+ArrowDown", "Control+Shift+ArrowDown", "Control+Shift+ArrowDown"]];
    for (const widen of [...oneParagraph, ...several]) {
      for (const key of widen) await page.keyboard.press(key);
      const before = await state(text);
      await compose(cdp, ["k", "か", "かn", "漢"]);
      expect(await state(text), "while composing").toEqual(before);
      await cdp.send("Input.insertText", { text: "漢字" });
      expect(await state(text), "composed").toEqual(before);
      if (several.includes(widen)) continue;
      await compose(cdp, ["ㅎ", "하", ""]);
      expect(await state(text), "cancelled").toEqual(before);
    }
    // The keys still work after it.
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowLeft");
    await expect.poll(() => selected(page)).toHaveLength(1);
  });

  test("copies exactly what is selected, paragraphs joined by one line break", async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const text = page.getByRole("textbox", { name: "Article text" });
    await clickInto(text, 0);
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    const all = await shown(text);
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(all);

    await page.keyboard.press("Control+Home");
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    await page.keyboard.press("Control+Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Control+c");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(all.startsWith(copied)).toBe(true);
    expect(copied).toContain("\n");
  });

  test("is selected by the keyboard: characters, words, lines, all", async ({ page }) => {
    const text = page.getByRole("textbox", { name: "Article text" });
    const all = await shown(text);
    await clickInto(text, 0);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(() => selected(page)).toBe(all.slice(0, 2));
    await page.keyboard.press("Control+Shift+ArrowRight");
    await expect.poll(async () => /^\S+\s?$/.test(await selected(page))).toBe(true);
    await page.keyboard.press("Shift+End");
    const line = await selected(page);
    expect(all.startsWith(line)).toBe(true);
    await page.keyboard.press("Shift+ArrowDown");
    await expect.poll(async () => (await selected(page)).length).toBeGreaterThan(line.length);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => selected(page)).toBe("");
    await page.keyboard.press("Control+a");
    await expect.poll(async () => (await selected(page)).replaceAll(/\n+/g, "\n")).toBe(all);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Control+Shift+End");
    await expect.poll(async () => (await selected(page)).replaceAll(/\n+/g, "\n")).toBe(all);
  });

  test("keeps the caret that a key moved while the text scrolls", async ({ page }) => {
    const text = page.getByRole("textbox", { name: "Article text" });
    const all = await shown(text);
    await clickInto(text, 0);
    for (const [there, back] of [
      ["Control+End", "Control+Home"],
      ["PageDown", "PageUp"],
    ] as const) {
      await page.keyboard.press(there);
      await page.keyboard.press(back);
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("Shift+ArrowRight");
      await expect.poll(() => selected(page)).toBe(all.slice(0, 1));
    }
  });

  test("is found in by the browser's search", async ({ page }) => {
    const text = page.getByRole("textbox", { name: "Article text" });
    const last = (await shown(text)).split("\n").findLast((line) => line.trim().length > 20) ?? "";
    const words = last.trim().slice(-20);
    await clickInto(text, 0);
    await page.keyboard.press("Control+Home");
    const found = await page.evaluate((what) => {
      // What browsers have, and TypeScript's list of the window's methods has not.
      const find: unknown = Reflect.get(window, "find");
      return typeof find === "function" && find.call(window, what) === true;
    }, words);
    expect(found).toBe(true);
  });

  test("is selected by a double click and by dragging across paragraphs", async ({ page }) => {
    const text = page.getByRole("textbox", { name: "Article text" });
    const form = page.getByRole("dialog", { name: "Tag statement" });
    const all = await shown(text);
    await text
      .locator("p")
      .nth(0)
      .dblclick({ position: { x: 60, y: 16 } });
    await expect(form).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(form).toBeHidden();
    const word = await selected(page);
    expect(word).toMatch(/^\S+$/);
    expect(all).toContain(word);

    const from = await text.locator("p").nth(0).boundingBox();
    const to = await text.locator("p").nth(1).boundingBox();
    if (!from || !to) throw new Error("The article has fewer than two paragraphs");
    await page.mouse.move(from.x + 60, from.y + 16);
    await page.mouse.down();
    await page.mouse.move(from.x + 90, from.y + 20);
    await page.mouse.move(to.x + 90, to.y + 16);
    await page.mouse.up();
    await expect(form).toBeVisible();
    await page.keyboard.press("Escape");
    const passage = (await selected(page)).replaceAll(/\n+/g, "\n");
    expect(passage).toContain("\n");
    expect(all).toContain(passage);
  });
});

/** Types with an input method: each string replaces the one before it, as one chooses characters. */
async function compose(cdp: CDPSession, strings: readonly string[]): Promise<void> {
  for (const text of strings)
    await cdp.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
}
