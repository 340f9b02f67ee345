const MINUTE_MS = 60_000;

/**
 * A moment as a `DateTimeField` shows it, in the browser's time zone: `2026-11-29T23:59`. In the hour that autumn
 * repeats, the second time round has its offset behind it, so that saving a form again moves nothing.
 */
export function toLocalField(iso: string): string {
  const date = new Date(iso);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const local = `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
  const isSecond = new Date(local).getTime() < Math.floor(date.getTime() / MINUTE_MS) * MINUTE_MS;
  return isSecond ? `${local}${offsetText(-date.getTimezoneOffset())}` : local;
}

/** How far a clock is ahead of UTC, as a time ends with it: `+01:00`. */
export function offsetText(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const ahead = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}

/** What a `DateTimeField` holds, as a moment; null while it is empty. */
export const toIso = (local: string): string | null => (local === '' ? null : new Date(local).toISOString());
