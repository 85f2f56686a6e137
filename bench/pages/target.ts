/** What a page of the benchmark can do; the runner calls it by the name `target`. */
export interface Target {
  /** Makes the sample article, outside of all measurement. */
  prepare(words: number, marks: number): void;
  /** From the stored article to its words on the screen, and to the last of all its paragraphs. */
  open(): Promise<Opened>;
  /** One statement more, all statements in other colours, one statement fewer: on the screen. */
  add?(): Promise<Took>;
  recolour?(): Promise<Took>;
  remove?(): Promise<Took>;
  /** Elements and text nodes of the page. */
  nodes(): number;
}

/** Milliseconds. */
export interface Took {
  /** In the script that did it. */
  readonly work: number;
  /** Until the frame that shows it was drawn. */
  readonly shown: number;
}

export interface Opened extends Took {
  /** Until the page had all of the article, the part far below the window too. */
  readonly whole: number;
}

/** Opens an article of so many paragraphs. */
export async function opened(paragraphs: number, open: () => void): Promise<Opened> {
  const first = await took(open);
  const start = performance.now();
  while (place().querySelectorAll("p").length < paragraphs) await frame();
  return { ...first, whole: first.shown + performance.now() - start };
}

/** Begins right after a frame, as most of what answers to a user does. */
export async function took(work: () => void): Promise<Took> {
  await frame();
  const start = performance.now();
  work();
  const done = performance.now();
  await frame();
  return { work: done - start, shown: performance.now() - start };
}

/** Resolves when the next frame was drawn: the first task after it, not its first callback. */
function frame(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => resolve());
    port1.start();
    port2.postMessage(null);
  });
  return promise;
}

/** The element that the page shows the article in. */
export function place(): HTMLElement {
  const main = document.querySelector("main");
  if (!main) throw new Error("The page has no main element");
  return main;
}

export function nodes(): number {
  const walker = document.createTreeWalker(
    document,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  let count = 0;
  while (walker.nextNode()) count += 1;
  return count;
}

export function offer(target: Target): void {
  Object.assign(globalThis, { target });
}
