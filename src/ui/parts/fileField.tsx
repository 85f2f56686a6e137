import { FileUp } from "lucide-react";
import "./fileField.css";

interface FileFieldProps {
  readonly label: string;
  /** What may be chosen. */
  readonly hint: string;
  /** The endings of file names, as `accept` has them. */
  readonly accept: string;
  readonly multiple?: boolean;
  /** Is given the files at once; afterwards the list is empty. */
  readonly onChoose: (files: FileList | null) => unknown;
}

/** Where files are chosen, or dropped. The same file can be chosen again. */
export function FileField({ label, hint, accept, multiple, onChoose }: FileFieldProps) {
  return (
    <label className="file-field">
      <FileUp size={18} aria-hidden />
      <span className="label">{label}</span>
      <span className="form-hint">{hint}</span>
      <input
        type="file"
        multiple={multiple}
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          void onChoose(event.target.files);
          event.target.value = "";
        }}
      />
    </label>
  );
}
