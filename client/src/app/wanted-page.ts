import { activityOfPage } from './launch-address.ts';
import type { Session } from './session-store.ts';
import type { TabStorage } from './tab-storage.ts';

/** A page that could not be shown, or not any longer: the next launch opens it. */
interface WantedPage {
  /** Within the client, such as `/activities/…/reviews/…`. */
  readonly path: string;
  /** Whose page it was; null when that was not known. */
  readonly memberId: string | null;
  readonly at: number;
}

const NAME = 'page';
/** A night between the session's end and the next launch, and some more. */
const KEPT_MS = 24 * 3_600_000;

/** Notes the page that one was on, or came for, when there was no session for it any more. */
export function wantPage(notes: TabStorage, page: WantedPage): void {
  if (page.path !== '/') notes.write(NAME, JSON.stringify(page));
}

/**
 * The page to open after a launch, once: of the same person, or of the launched activity at least.
 *
 * @returns null when the launch goes where every launch goes.
 */
export function takeWantedPage(notes: TabStorage, session: Session, now: number): string | null {
  const page = parse(notes.read(NAME));
  if (page === null || session.landing.kind !== 'activity') return null;
  notes.remove(NAME);
  const isOwn = page.memberId === session.member.id;
  const isOfActivity = activityOfPage(page.path) === session.landing.activityId;
  const isRecent = Math.abs(now - page.at) < KEPT_MS;
  return isRecent && (isOwn || (page.memberId === null && isOfActivity)) ? page.path : null;
}

function parse(text: string | null): WantedPage | null {
  try {
    const page = JSON.parse(text ?? 'null') as Partial<WantedPage> | null;
    const { path, memberId = null, at } = page ?? {};
    // A path of ours begins with one slash: two would be another host.
    if (typeof path !== 'string' || !/^\/[^/\\]/.test(path) || typeof at !== 'number') return null;
    return { path, memberId, at };
  } catch {
    return null;
  }
}
