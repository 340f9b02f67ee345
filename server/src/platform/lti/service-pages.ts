import type { Clock } from '../../core/clock.ts';
import { isRecord } from './launch-checks.ts';
import { text } from './launch-claims.ts';
import { linkTo } from './line-item-url.ts';
import type { Quirks } from './quirks/index.ts';
import type { ReadPiece, ReadProblem } from './roster-ports.ts';
import { parseJson, readFailure, wordsOf } from './score-answers.ts';
import type { Called, ServiceClient } from './service-client.ts';

/** Asked for; platforms give less (Canvas 50) or heed it not at all. */
const PAGE_SIZE = 1000;
/** A course of a hundred thousand people on Canvas has 2,000 pages. */
const PAGES_MAX = 5000;
/** Pages in a row without anything new: Moodle leaves out people that the tool may not see after it has paged. */
const NOTHING_NEW_MAX = 10;

interface Collection<T> {
  readonly platformId: string;
  readonly url: string;
  readonly scope: string;
  readonly mediaType: string;
  /** The property of the body that holds the items. */
  readonly property: string;
  /** @returns null for an entry that cannot be understood. */
  readonly toItem: (entry: Readonly<Record<string, unknown>>) => T | null;
  readonly keyOf: (item: T) => string;
}

/**
 * Reads a paged collection of an LTI service: every page, each from the platform's own origins, with an end. What is
 * JSON is read as JSON, whatever it is labelled (Moodle says text/html).
 */
export async function* readPages<T>(
  client: ServiceClient,
  clock: Clock,
  collection: Collection<T>,
): AsyncGenerator<ReadPiece<T>, void, undefined> {
  const { platformId, scope, mediaType, property } = collection;
  const visited = new Set<string>();
  const keys = new Set<string>();
  let [pages, unreadable, nothingNew] = [0, 0, 0];
  let [title, differencesUrl]: [string | null, string | null] = [null, null];
  for (let url: string | null = withLimit(collection.url); url !== null; pages += 1) {
    if (visited.has(url) || nothingNew >= NOTHING_NEW_MAX || pages >= PAGES_MAX) {
      yield problem('ENDLESS', 200, `page ${pages + 1} brings nothing new`);
      return;
    }
    visited.add(url);
    const addressed = await client.address(platformId, url);
    if (addressed.type !== 'platform') {
      const code = addressed.type === 'foreign' ? 'FOREIGN_ADDRESS' : 'REFUSED';
      yield problem(code, 0, addressed.words);
      return;
    }
    const { platform, quirks } = addressed;
    const called = await client.call(platform, scope, url, { headers: { accept: mediaType } });
    const page = pageOf(called, property, quirks, clock.now());
    if ('problem' in page) {
      yield page;
      return;
    }
    const before = keys.size;
    const items = page.entries.flatMap((entry) => {
      const item = isRecord(entry) ? collection.toItem(entry) : null;
      if (item === null) unreadable += 1;
      else keys.add(collection.keyOf(item));
      return item ?? [];
    });
    nothingNew = keys.size === before ? nothingNew + 1 : 0;
    title ??= page.title;
    differencesUrl = linkTo('differences', page.link, url) ?? differencesUrl;
    if (items.length > 0) yield { type: 'items', items };
    url = linkTo('next', page.link, url);
  }
  yield { type: 'end', pages, differencesUrl, title, unreadable };
}

/** A page size where none is asked for already; the rest of the query belongs to the platform. */
function withLimit(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (!url.searchParams.has('limit')) url.searchParams.set('limit', String(PAGE_SIZE));
  return url.href;
}

const problem = (
  code: ReadProblem['code'],
  status: number,
  words: string,
  retryAfter: number | null = null,
): { type: 'problem'; problem: ReadProblem } => ({
  type: 'problem',
  problem: { code, status, words, retryAfterSeconds: retryAfter },
});

interface Page {
  readonly entries: readonly unknown[];
  readonly link: string;
  readonly title: string | null;
}

function pageOf(
  called: Called,
  property: string,
  quirks: Quirks,
  now: Date,
): Page | ReturnType<typeof problem> {
  if (called.type === 'lost') return problem('UNREACHABLE', 0, called.words);
  if (called.type !== 'answer') {
    const code = called.type === 'busy' ? 'UNREACHABLE' : 'REFUSED';
    return problem(code, called.status, wordsOf(called.body));
  }
  const { status, headers, body } = called.answer;
  if (status >= 400) {
    const failure = readFailure(called.answer, quirks, now);
    return failure.type === 'busy'
      ? problem('UNREACHABLE', status, failure.words, failure.retryAfterSeconds)
      : problem('REFUSED', status, failure.words);
  }
  const json = parseJson(body);
  const entries = isRecord(json) ? json[property] : undefined;
  // A redirect leads to a log-in page, which would say nothing either.
  if (status !== 200 || !isRecord(json) || !Array.isArray(entries)) {
    return problem('UNREADABLE', status, wordsOf(body));
  }
  const title = isRecord(json.context) ? text(json.context.title) : null;
  return { entries, title, link: quirks.linkHeader(headers.get('link') ?? '') };
}
