/** A moment as a `DateTimeField` shows it, in the browser's time zone: `2026-11-29T23:59`. */
export function toLocalField(iso: string): string {
  const date = new Date(iso);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** What a `DateTimeField` holds, as a moment; null while it is empty. */
export const toIso = (local: string): string | null => (local === '' ? null : new Date(local).toISOString());
