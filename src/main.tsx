import "./withoutEval.ts";
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Store } from "./store/store.ts";
import { App } from "./ui/app.tsx";
import { allowOwnScripts } from "./ui/trustedTypes.ts";

allowOwnScripts();

const place = document.getElementById("app");
if (!place) throw new Error("The page has no place for the app");
createRoot(place).render(
  <StrictMode>
    <App store={new Store()} />
  </StrictMode>,
);

// Keeps the built files, so that the app starts without a network. There is none while developing.
if (import.meta.env.PROD && "serviceWorker" in navigator)
  window.addEventListener("load", () => {
    navigator.serviceWorker.register("./sw.js").catch(() => undefined); // the app runs without it
  });
