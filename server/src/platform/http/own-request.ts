/**
 * Whether a request that changes something was sent by a page of the tool itself. Browsers say so by fetch metadata,
 * older ones by Origin; no other site can make them say it. A sibling host or another port of this one is not the tool.
 */
export function isOwnRequest(
  headers: { 'sec-fetch-site'?: string | string[] | undefined; origin?: string | undefined },
  publicUrl: string,
): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin === new URL(publicUrl).origin : site === 'same-origin';
}
