/** "1 statement", "2,000 statements". */
export function counted(count: number, what: string): string {
  const plural = what === "more" || count === 1 ? what : `${what}s`;
  return `${count.toLocaleString()} ${plural}`;
}
