const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });
const month = new Intl.DateTimeFormat(undefined, {
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** A date as an article has it (YYYY, YYYY-MM or YYYY-MM-DD) in the reader's own language. */
export function dateText(date: string): string {
  if (date.length === 10) return day.format(new Date(`${date}T00:00:00Z`));
  if (date.length === 7) return month.format(new Date(`${date}-01T00:00:00Z`));
  return date;
}
