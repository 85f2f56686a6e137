import type { KeyboardEvent } from "react";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";
import { openPlace, tabs, type Tab } from "./place.ts";

const titles = {
  topics: "Topics",
  speakers: "Speakers",
  organisations: "Organisations",
  fields: "Fields",
} as const satisfies Record<Tab, string>;

/** The parts of the codebook, each with how many entries it has. */
export function TabList({ live, current }: { live: LiveProject; current: Tab }) {
  const counts = {
    topics: useRecords(live, "topics").length,
    speakers: useRecords(live, "speakers").length,
    organisations: useRecords(live, "organisations").length,
    fields: useRecords(live, "fields").length,
  };
  const open = (tab: Tab) => openPlace(live, { tab, entry: null }, "push");
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs.at((tabs.indexOf(current) + step) % tabs.length) ?? current;
    open(next);
    requestAnimationFrame(() => document.getElementById(`codebook-tab-${next}`)?.focus());
  };
  return (
    <div role="tablist" aria-label="Parts of the codebook" className="codebook-tabs">
      {tabs.map((tab) => (
        <button
          key={tab}
          id={`codebook-tab-${tab}`}
          type="button"
          role="tab"
          aria-selected={tab === current}
          aria-controls="codebook-panel"
          tabIndex={tab === current ? 0 : -1}
          onClick={() => open(tab)}
          onKeyDown={onKeyDown}
        >
          {titles[tab]} <small>{counts[tab].toLocaleString("en")}</small>
        </button>
      ))}
    </div>
  );
}
