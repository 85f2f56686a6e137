import { useSyncExternalStore } from "react";

/** Whether the window is narrower than so many pixels. */
export function useNarrow(pixels: number): boolean {
  const query = window.matchMedia(`(max-width: ${pixels - 0.02}px)`);
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => query.matches,
  );
}
