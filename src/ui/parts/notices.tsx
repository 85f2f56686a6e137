import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import type { Problem, Result } from "../../model/problem.ts";
import "./notices.css";

const notices = Toast.createToastManager();

/**
 * Says at the foot of the window that something was done, with one thing to do about it. A later
 * notice takes the place of the one before.
 */
export function notice(title: string, action?: { label: string; act: () => void }): void {
  notices.close("done");
  notices.add({
    id: "done",
    title,
    timeout: 6000,
    ...(action && { actionProps: { children: action.label, onClick: action.act } }),
  });
}

/** Says what was not done, and what to do; stays until it is closed. The same twice is said once. */
export function noticeProblem({ what, remedy }: Problem): void {
  notices.close(what);
  notices.add({
    id: what,
    title: what,
    description: remedy,
    type: "problem",
    timeout: 0,
    priority: "high",
  });
}

/** The value of a store action; undefined when it was refused, which has then been said. */
export async function orNotice<T>(result: Promise<Result<T>>): Promise<T | undefined> {
  const settled = await result;
  if (settled.ok) return settled.value;
  noticeProblem(settled.problem);
  return undefined;
}

/** Something that takes long, and how far it is. */
interface Progress {
  readonly title: string;
  readonly made: number;
  readonly of: number;
}

let underWay: Progress | null = null;
const watching = new Set<() => void>();

/** Says among the notices how far something is that nobody waits for in a dialog; null when it ended. */
export function progress(now: Progress | null): void {
  underWay = now;
  for (const listener of watching) listener();
}

/** Where notices appear. */
export function Notices() {
  return (
    <Toast.Provider toastManager={notices} limit={3}>
      <Toast.Portal>
        <Toast.Viewport ref={measured} className="notices">
          <UnderWay />
          <NoticeList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** Who wants to know when notices come to take more or less of the page. */
const measuring = new Set<() => void>();

/** Calls back when the height of the notices, `--notices-height`, has changed. */
export function onNoticesHeight(changed: () => void): () => void {
  measuring.add(changed);
  return () => measuring.delete(changed);
}

let shownIn: HTMLElement | null = null;

/** Pixels of the foot of the window that notices take now; 0 while there are none. */
export function noticesRoom(): number {
  const box = shownIn?.getBoundingClientRect();
  return box && box.height > 0 ? Math.ceil(window.innerHeight - box.top) : 0;
}

/** Tells the page how high they are, so that nothing that is worked on comes to lie below them. */
function measured(viewport: HTMLElement | null): (() => void) | undefined {
  if (!viewport) return undefined;
  shownIn = viewport;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => {
    const { height } = viewport.getBoundingClientRect();
    // With the gap to what lies next to them; of none, nothing is to be kept clear.
    style.setProperty("--notices-height", height > 0 ? `${Math.ceil(height) + 8}px` : "0px");
    for (const changed of measuring) changed();
  });
  observer.observe(viewport);
  return () => {
    shownIn = null;
    observer.disconnect();
  };
}

/** The `ref` of a bar at the foot of the page: as long as it is there, notices stand above it. */
export function belowNotices(bar: HTMLElement | null): (() => void) | undefined {
  if (!bar) return undefined;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => {
    const { top } = bar.getBoundingClientRect();
    style.setProperty("--foot-room", `${Math.ceil(window.innerHeight - top)}px`);
  });
  observer.observe(bar);
  return () => {
    observer.disconnect();
    style.removeProperty("--foot-room");
  };
}

function UnderWay() {
  const now = useSyncExternalStore(watchProgress, () => underWay);
  if (!now) return null;
  const { title, made, of } = now;
  return (
    <div className="notice">
      <div className="notice-text">
        <p className="notice-title">{title}</p>
        {/* Read out once, not with each step. */}
        <p className="notice-remedy" aria-live="off">
          {made.toLocaleString()} of {of.toLocaleString()} records
          <progress value={made} max={of} aria-label={title} />
        </p>
      </div>
    </div>
  );
}

function watchProgress(listener: () => void): () => void {
  watching.add(listener);
  return () => watching.delete(listener);
}

function NoticeList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="notice"
      role="group"
      aria-modal={undefined}
      // What can be seen and focused is not hidden; while it fades, it can be neither.
      aria-hidden={undefined}
      inert={toast.transitionStatus === "ending" || toast.limited}
      swipeDirection="down"
    >
      <div className="notice-text">
        <Toast.Title className="notice-title" />
        <Toast.Description className="notice-remedy" />
      </div>
      <Toast.Action className="button small" />
      {/* The library hides it until the pointer is over it, though the keyboard reaches it before. */}
      <Toast.Close className="button plain small icon" aria-label="Close" aria-hidden={false}>
        <X size={14} aria-hidden />
      </Toast.Close>
    </Toast.Root>
  ));
}
