/** Addresses below a line item (AGS 2.0 §3.4 and §3.5). Moodle's carry a query, before which the service's path goes. */
function below(lineItem: string, service: 'scores' | 'results'): URL {
  const url = new URL(lineItem);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${service}`;
  return url;
}

/** An address with further parameters; what it has already stays, under other names. */
export function withQuery(address: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

export const scoresUrl = (lineItem: string): string => below(lineItem, 'scores').href;

/** @param parameters `user_id` for one person's, or what asks for long pages. */
export const resultsUrl = (lineItem: string, parameters: Readonly<Record<string, string>>): string =>
  withQuery(below(lineItem, 'results').href, parameters);

/** The address that a Link header (RFC 8288) names for a relation, absolute; null when it names none. */
export function linkTo(relation: 'next' | 'differences', header: string, base: string): string | null {
  for (const [, target = '', parameters = ''] of header.matchAll(/<([^>]*)>([^<]*)/g)) {
    const relations = /;\s*rel\s*=\s*"?([^";,]+)"?/i.exec(parameters)?.[1]?.toLowerCase().split(/\s+/) ?? [];
    if (relations.includes(relation) && URL.canParse(target, base)) return new URL(target, base).href;
  }
  return null;
}

/** The address of the next page, absolute; null on the last page. */
export const nextLink = (header: string | null, base: string): string | null =>
  linkTo('next', header ?? '', base);
