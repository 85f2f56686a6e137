import { useEffect, useEffectEvent, useState } from "react";
import { keepPlace } from "../../route.ts";

/** Asks before one leaves what is not saved: for another place in the app, or by closing the tab. */
export function useUnsaved(unsaved: boolean) {
  /** What was about to be done; null when nothing is. */
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const ask = (leave: () => void) => setLeaving(() => leave);
  const keep = useEffectEvent(ask);
  useEffect(() => {
    if (!unsaved) return undefined;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", stay);
    const letGo = keepPlace((leave) => keep(leave));
    return () => {
      window.removeEventListener("beforeunload", stay);
      letGo();
    };
  }, [unsaved]);
  return { leaving, ask, stay: () => setLeaving(null) };
}
