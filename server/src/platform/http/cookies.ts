/** @returns the value of the first cookie of this name, or null when the browser has sent none. */
export function readCookie(header: string | undefined, name: string): string | null {
  const prefix = `${name}=`;
  const found = (header ?? '').split(';').map((part) => part.trim());
  return found.find((part) => part.startsWith(prefix))?.slice(prefix.length) ?? null;
}
