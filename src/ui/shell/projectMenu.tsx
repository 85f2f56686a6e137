import { ChevronDown, FolderPlus, Moon, Pencil, Sparkles, Trash2 } from "lucide-react";
import { useState } from "react";
import type { LiveProject } from "../../store/liveProject.ts";
import {
  createProject,
  removeProject,
  renameProject,
  restoreProject,
  type ListedProject,
} from "../../store/projects.ts";
import type { Actor } from "../../store/store.ts";
import { useProject } from "../live.ts";
import { Menu, MenuGroup, MenuItem, MenuLine } from "../parts/menu.tsx";
import { NameDialog } from "../parts/nameDialog.tsx";
import { notice, orNotice } from "../parts/notices.tsx";
import { prefer, usePreferences } from "../preferences.ts";
import { go, start } from "../route.ts";
import { openSample, startingTopics } from "../sample.ts";

interface ProjectMenuProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly projects: readonly ListedProject[];
}

const themes = { system: "light", light: "dark", dark: "system" } as const;

/** Which project is open; others, new ones, and what can be done to this one. */
export function ProjectMenu({ live, actor, projects }: ProjectMenuProps) {
  const project = useProject(live);
  const { theme } = usePreferences();
  const [naming, setNaming] = useState<"new" | "bare" | "rename" | null>(null);
  const { store } = live;

  const remove = async () => {
    if (!(await orNotice(removeProject(actor)))) return;
    go(start);
    notice(`“${project?.name}” removed from the list`, {
      label: "Bring it back",
      act: () =>
        void orNotice(restoreProject(actor)).then(() =>
          go({ ...start, projectId: actor.projectId }),
        ),
    });
  };
  const create = async (name: string) => {
    const topics = naming === "new" ? startingTopics : [];
    const opened = await orNotice(createProject(store, name, topics, "Coder 1"));
    if (!opened) return;
    setNaming(null);
    go({ ...start, projectId: opened.projectId });
  };
  const rename = async (name: string) => {
    if (await orNotice(renameProject(actor, name))) setNaming(null);
  };

  return (
    <>
      <Menu
        trigger={
          <button type="button" className="project-button" aria-label={`Project: ${project?.name}`}>
            <span dir="auto">{project?.name}</span> <ChevronDown size={14} aria-hidden />
          </button>
        }
      >
        <MenuGroup label="Projects">
          {projects
            .filter((listed) => listed.project.removedAt === null)
            .map((listed) => (
              <MenuItem
                key={listed.project.id}
                onClick={() => go({ ...start, projectId: listed.project.id })}
              >
                {listed.project.name}
                <span className="end">
                  {listed.project.id === live.id ? "open" : `${listed.articles} articles`}
                </span>
              </MenuItem>
            ))}
        </MenuGroup>
        <MenuLine />
        <MenuItem onClick={() => setNaming("new")}>
          <FolderPlus size={14} aria-hidden /> New project with three topics …
        </MenuItem>
        <MenuItem onClick={() => setNaming("bare")}>
          <FolderPlus size={14} aria-hidden /> New project without topics …
        </MenuItem>
        <MenuItem
          onClick={() =>
            void orNotice(openSample(store)).then(
              (opened) => opened && go({ ...start, projectId: opened.projectId }),
            )
          }
        >
          <Sparkles size={14} aria-hidden /> Open the sample project
        </MenuItem>
        <MenuLine />
        <MenuItem onClick={() => setNaming("rename")}>
          <Pencil size={14} aria-hidden /> Rename this project …
        </MenuItem>
        <MenuItem onClick={() => void remove()}>
          <Trash2 size={14} aria-hidden /> Remove this project
        </MenuItem>
        <MenuItem onClick={() => go(start)}>All projects, removed ones too</MenuItem>
        <MenuLine />
        <MenuItem onClick={() => prefer({ theme: themes[theme] })}>
          <Moon size={14} aria-hidden /> Theme <span className="end">{theme}</span>
        </MenuItem>
      </Menu>
      {naming && (
        <NameDialog
          title={naming === "rename" ? "Rename the project" : "New project"}
          label="Name"
          initial={naming === "rename" ? (project?.name ?? "") : ""}
          action={naming === "rename" ? "Rename" : "Create project"}
          onSave={naming === "rename" ? rename : create}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}
