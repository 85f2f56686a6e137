import { useEffect, useEffectEvent, useState } from "react";

/** Milliseconds after the last key: typing goes on meanwhile, and the address is not rewritten at each. */
const pause = 150;

/**
 * A field whose text is kept elsewhere, a moment after it was typed. What is kept wins as soon as
 * it changes by other means.
 * @returns what the field shows, and what to call as it is typed
 */
export function useTyped(kept: string, keep: (text: string) => void) {
  const [typed, setTyped] = useState<{ text: string; over: string } | null>(null);
  const text = typed?.over === kept ? typed.text : kept;
  const keepNow = useEffectEvent((now: string) => {
    if (now !== kept) keep(now);
  });
  useEffect(() => {
    const timer = setTimeout(() => keepNow(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return [text, (next: string) => setTyped({ text: next, over: kept })] as const;
}
