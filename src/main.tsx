import "./withoutEval.ts";
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Store } from "./store/store.ts";
import { App } from "./ui/app.tsx";
import { keepOffline } from "./ui/offline.ts";
import { allowOwnScripts } from "./ui/trustedTypes.ts";

allowOwnScripts();
keepOffline();

const place = document.getElementById("app");
if (!place) throw new Error("The page has no place for the app");
createRoot(place).render(
  <StrictMode>
    <App store={new Store()} />
  </StrictMode>,
);
