import { notice } from "./parts/notices.tsx";

/**
 * Keeps the built files, so that the app starts without a network; says when a newer build waits.
 * The page never changes under one's hands: the new build comes with the reload one asks for.
 */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const workers = navigator.serviceWorker;
  const offer = (waiting: ServiceWorker) =>
    notice("A newer version of Verbatim is ready", {
      label: "Reload",
      act() {
        workers.addEventListener("controllerchange", () => location.reload(), { once: true });
        waiting.postMessage("take over");
      },
    });
  const keep = async () => {
    const registration = await workers.register("./sw.js");
    if (registration.waiting && workers.controller) offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const coming = registration.installing;
      coming?.addEventListener("statechange", () => {
        if (coming.state === "installed" && workers.controller) offer(coming);
      });
    });
  };
  window.addEventListener("load", () => {
    keep().catch(() => undefined); // the app runs without it, as long as there is a network
  });
}
