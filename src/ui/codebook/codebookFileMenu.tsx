import { Download, FileUp, Files } from "lucide-react";
import { codebookCsv } from "../../export/codebookCsv.ts";
import { codebookJson } from "../../export/codebookJson.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { saveFile } from "../exchange/saveFile.ts";
import { Menu, MenuItem } from "../parts/menu.tsx";
import { notice } from "../parts/notices.tsx";

/** The codebook alone, into a file and out of one. */
export function CodebookFileMenu({
  live,
  onImport,
}: {
  readonly live: LiveProject;
  readonly onImport: () => void;
}) {
  const save = (format: "json" | "csv") => {
    const codebook = {
      topics: live.all("topics"),
      organisations: live.all("organisations"),
      speakers: live.all("speakers"),
      fields: live.all("fields"),
    };
    const words = format === "json" ? codebookJson(codebook) : codebookCsv(codebook);
    const name = `${live.get("projects", live.id)?.name ?? "Project"} – codebook.${format}`;
    const type = format === "json" ? "application/json" : "text/csv";
    saveFile(new File([words], name.replaceAll(/[\\/:*?"<>|]/g, "-"), { type }));
    notice("Codebook exported");
  };
  return (
    <Menu
      trigger={
        <button type="button" className="button icon" aria-label="Codebook file">
          <Files size={15} aria-hidden />
        </button>
      }
    >
      <MenuItem onClick={onImport}>
        <FileUp size={14} aria-hidden /> Import a codebook …
      </MenuItem>
      <MenuItem onClick={() => save("csv")}>
        <Download size={14} aria-hidden /> Export as a table <span className="end">CSV</span>
      </MenuItem>
      <MenuItem onClick={() => save("json")}>
        <Download size={14} aria-hidden /> Export for Verbatim <span className="end">JSON</span>
      </MenuItem>
    </Menu>
  );
}
