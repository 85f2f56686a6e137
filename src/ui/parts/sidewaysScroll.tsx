import type { ReactNode } from "react";
import "./sidewaysScroll.css";

interface SidewaysScrollProps {
  /** What stands in it, for those who do not see it. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A region for a table that can be wider than its place. It can be scrolled, by the arrow keys too. */
export function SidewaysScroll({ label, children }: SidewaysScrollProps) {
  return (
    <SidewaysFrame>
      <div className="sideways-scroll" tabIndex={0} role="region" aria-label={label}>
        {children}
      </div>
    </SidewaysFrame>
  );
}

/**
 * Shows of the one element in it, which scrolls and is a `sideways-scroll`, where more follows
 * sideways: `data-before` and `data-after` are set while something is hidden there. What in it stays
 * at the corner, beside and above all that moves, has `data-corner`.
 */
export function SidewaysFrame({ children }: Pick<SidewaysScrollProps, "children">) {
  return (
    <div className="sideways" ref={edges}>
      {children}
    </div>
  );
}

/** Keeps the edges true while it is scrolled and while it or what it holds changes its size. */
function edges(frame: HTMLElement | null): (() => void) | undefined {
  const scroller = frame?.firstElementChild;
  if (!frame || !(scroller instanceof HTMLElement)) return undefined;
  const tell = () => {
    const hidden = scroller.scrollWidth - scroller.clientWidth;
    const passed = Math.abs(scroller.scrollLeft); // below 0 where the page runs from right to left
    // Half a pixel may be left at the end of a page that is zoomed.
    frame.toggleAttribute("data-before", passed > 1);
    frame.toggleAttribute("data-after", hidden - passed > 1);
  };
  const resized = new ResizeObserver(() => {
    // What stays in place covers so much.
    const corner = scroller.querySelector("[data-corner]")?.getBoundingClientRect();
    if (corner) {
      scroller.style.scrollPaddingTop = `${Math.ceil(corner.height)}px`;
      scroller.style.scrollPaddingLeft = `${Math.ceil(corner.width)}px`;
    }
    tell();
  });
  resized.observe(scroller);
  for (const child of scroller.children) resized.observe(child);
  scroller.addEventListener("scroll", tell, { passive: true });
  scroller.addEventListener("focusin", uncover);
  return () => {
    resized.disconnect();
    scroller.removeEventListener("scroll", tell);
    scroller.removeEventListener("focusin", uncover);
  };
}

/** Scrolls what the keyboard comes to out from under what stays in place: Chromium leaves it there. */
function uncover({ target, currentTarget }: FocusEvent): void {
  if (target instanceof Element && target !== currentTarget && target.matches(":focus-visible"))
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
}
