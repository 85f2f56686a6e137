/** Hands a file to the browser to be saved where the person wants it. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser has begun to read it; a minute is far more than it needs to finish.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
