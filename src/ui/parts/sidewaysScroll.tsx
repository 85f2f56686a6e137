import type { ReactNode } from "react";
import "./sidewaysScroll.css";

interface SidewaysScrollProps {
  /** What stands in it, for those who do not see it. */
  readonly label: string;
  readonly children: ReactNode;
}

/**
 * A region for a table whose first row and column stay in place. It can be scrolled, by the arrow
 * keys too, and shows where more follows sideways: `data-before` and `data-after` are set while
 * something is hidden there.
 */
export function SidewaysScroll({ label, children }: SidewaysScrollProps) {
  return (
    <div className="sideways" ref={edges}>
      <div className="sideways-scroll" tabIndex={0} role="region" aria-label={label}>
        {children}
      </div>
    </div>
  );
}

/** Keeps the edges true while it is scrolled and while it or what it holds changes its size. */
function edges(frame: HTMLElement | null): (() => void) | undefined {
  const scroller = frame?.firstElementChild;
  if (!frame || !(scroller instanceof HTMLElement)) return undefined;
  const tell = () => {
    // What stays in place covers so much.
    const corner = scroller.querySelector("th")?.getBoundingClientRect();
    if (corner)
      scroller.style.scrollPadding = `${Math.ceil(corner.height)}px 0 0 ${Math.ceil(corner.width)}px`;
    const hidden = scroller.scrollWidth - scroller.clientWidth;
    const passed = Math.abs(scroller.scrollLeft); // below 0 where the page runs from right to left
    // Half a pixel may be left at the end of a page that is zoomed.
    frame.toggleAttribute("data-before", passed > 1);
    frame.toggleAttribute("data-after", hidden - passed > 1);
  };
  const resized = new ResizeObserver(tell);
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
