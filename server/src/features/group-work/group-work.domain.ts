import type { GroupMilestone, GroupWorkSettings } from '../../contracts/group-work.ts';
import type { ErrorCode } from '../../contracts/errors.ts';
import { isBlank, type RichText } from '../../contracts/plain-text.ts';
import type { FrozenSection } from './sections.domain.ts';

const DAY_MS = 86_400_000;
/** Groups with fewer people than this are told of before an activity is published (algorithms §3: 3 to 6). */
export const SMALL_BELOW = 3;

/** Names what one group delivers at one milestone. */
export interface DeliverableKey {
  readonly activityId: string;
  readonly groupId: string;
  readonly n: number;
}

/** What a group writes. */
export interface Content {
  readonly text: RichText;
  readonly fileIds: readonly string[];
}

/** A page that the group wrote together, as it was. */
export interface FrozenPage {
  readonly pageId: string;
  readonly title: string;
  readonly text: RichText;
  /** Who wrote what is on it, in characters; not in copies from before that was noted. */
  readonly written?: readonly { readonly memberId: string; readonly characters: number }[];
}

/** A frozen copy. Who was in the group then is part of it, so that no change of groups alters it. */
export interface HandedIn extends Content {
  /** Not in copies from before there were pages. */
  readonly pages?: readonly FrozenPage[];
  /** Not in copies from before there were sections. */
  readonly sections?: readonly FrozenSection[];
  readonly version: number;
  readonly by: string;
  readonly at: Date;
  readonly memberIds: readonly string[];
  /** Whether everybody has to confirm. */
  readonly needsAll: boolean;
  readonly confirmations: readonly { readonly memberId: string; readonly at: Date }[];
  /** What members find wrong, each the newest of theirs. */
  readonly objections: readonly { readonly memberId: string; readonly text: string; readonly at: Date }[];
  /** When it was noted that it counts though confirmations are missing. */
  readonly settledAt: Date | null;
}

/** A copy that another one has replaced, or that was taken back. */
export interface EarlierCopy extends HandedIn {
  readonly wasWithdrawn: boolean;
}

/** What a group writes and has handed in at a milestone. */
export interface Deliverable extends DeliverableKey {
  readonly draft: Content;
  /** Counts savings of the draft: nobody writes over what they have not seen. */
  readonly revision: number;
  readonly savedBy: string | null;
  readonly savedAt: Date | null;
  /** The newest version there ever was; 0: none. */
  readonly version: number;
  /** Counts what happens to what is handed in. */
  readonly step: number;
  readonly handedIn: HandedIn | null;
}

/** A group's dates of a milestone: when it is due, and until when it is taken. */
export interface Dates {
  readonly dueAt: Date;
  readonly closesAt: Date;
}

export const milestoneKey = (n: number): string => `milestone${n}`;

/** @param dueAt the latest of the members' own dates */
export const datesOf = ({ late }: Pick<GroupMilestone, 'late'>, dueAt: Date): Dates => ({
  dueAt,
  closesAt: new Date(dueAt.getTime() + late.days * DAY_MS),
});

/** Days begun after the date. */
const daysLate = (at: Date, { dueAt }: Pick<Dates, 'dueAt'>): number =>
  Math.max(0, Math.ceil((at.getTime() - dueAt.getTime()) / DAY_MS));

/** Until when a copy can be confirmed or taken back: the date, or, when that had passed, the end. */
export const deadlineOf = ({ at }: Pick<HandedIn, 'at'>, { dueAt, closesAt }: Dates): Date =>
  at <= dueAt ? dueAt : closesAt;

/** Members who were in the group when it was handed in and have not confirmed it. */
export function unconfirmed({
  needsAll,
  memberIds,
  confirmations,
}: Pick<HandedIn, 'needsAll' | 'memberIds' | 'confirmations'>): string[] {
  if (!needsAll) return [];
  const confirmed = new Set(confirmations.map(({ memberId }) => memberId));
  return memberIds.filter((id) => !confirmed.has(id));
}

/** Whether a copy counts: it needs no confirmation any more, or its deadline has passed. */
export const counts = (
  handedIn: NonNullable<DeliverableLine['handedIn']>,
  dates: Dates,
  now: Date,
): boolean =>
  unconfirmed(handedIn).length === 0 || handedIn.settledAt !== null || now > deadlineOf(handedIn, dates);

export type State = 'open' | 'late' | 'missed' | 'toConfirm' | 'handedIn';

function stateOf(handedIn: DeliverableLine['handedIn'], dates: Dates, now: Date): State {
  if (handedIn) return counts(handedIn, dates, now) ? 'handedIn' : 'toConfirm';
  if (now <= dates.dueAt) return 'open';
  return now <= dates.closesAt ? 'late' : 'missed';
}

/** A deliverable in lists: without what people have written. */
export type DeliverableLine = DeliverableKey & {
  readonly savedBy: string | null;
  readonly handedIn: Omit<HandedIn, 'text' | 'pages' | 'sections' | 'objections'> | null;
};

/** How far a group is with a milestone. */
export interface Standing extends Dates {
  readonly n: number;
  readonly state: State;
  readonly handedInAt: Date | null;
  readonly daysLate: number;
  /** Members whose confirmation is missing. */
  readonly unconfirmed: number;
}

export function standingOf(
  n: number,
  handedIn: DeliverableLine['handedIn'],
  dates: Dates,
  now: Date,
): Standing {
  return {
    ...dates,
    n,
    state: stateOf(handedIn, dates, now),
    handedInAt: handedIn?.at ?? null,
    daysLate: handedIn ? daysLate(handedIn.at, dates) : 0,
    unconfirmed: handedIn ? unconfirmed(handedIn).length : 0,
  };
}

export const notBegun = (key: DeliverableKey, empty: RichText): Deliverable => ({
  ...key,
  draft: { text: empty, fileIds: [] },
  revision: 0,
  savedBy: null,
  savedAt: null,
  version: 0,
  step: 0,
  handedIn: null,
});

interface Refusal {
  readonly type: 'refuse';
  readonly reason: Extract<
    ErrorCode,
    | 'ACTIVITY_CLOSED'
    | 'SUBMISSIONS_CLOSED'
    | 'SUBMISSION_EMPTY'
    | 'SNAPSHOT_MISSING'
    | 'STALE_REVISION'
    | 'NOT_FOUND'
    | 'NOT_IN_GROUP'
  >;
}
const refuse = (reason: Refusal['reason']): Refusal => ({ type: 'refuse', reason });

/** What decisions look at. */
export interface Snapshot {
  readonly activityState: 'draft' | 'published' | 'closed';
  readonly dates: Dates;
  readonly deliverable: Deliverable;
  readonly handIn: GroupWorkSettings['handIn'];
  /** Who is in the group right now. */
  readonly memberIds: readonly string[];
}

/** Why nobody of the group can write any more; null: they can. */
export function whyNotWrite({ activityState, dates }: Pick<Snapshot, 'activityState' | 'dates'>, now: Date) {
  if (activityState === 'closed') return 'ACTIVITY_CLOSED';
  return now > dates.closesAt ? 'SUBMISSIONS_CLOSED' : null;
}

type Next = { readonly type: 'accept'; readonly handedIn: HandedIn };

interface HandingIn {
  readonly expectedRevision: number;
  readonly pages: readonly FrozenPage[];
  readonly sections: readonly FrozenSection[];
  /** A picture of the board is asked for, and there is none. */
  readonly lacksSnapshot: boolean;
}

/** What shows a board as it was. */
const SNAPSHOTS: ReadonlySet<string | null> = new Set(['application/pdf', 'image/png', 'image/jpeg']);

export const isSnapshot = ({ type }: { readonly type: string | null }): boolean => SNAPSHOTS.has(type);

/** Freezes the draft with some pages and all sections. @param by who hands in, and so confirms it */
export function decideHandIn(
  snapshot: Snapshot,
  { expectedRevision, pages, sections, lacksSnapshot }: HandingIn,
  by: string,
  now: Date,
): Next | Refusal {
  const closed = whyNotWrite(snapshot, now);
  if (closed) return refuse(closed);
  const { deliverable, handIn, memberIds } = snapshot;
  const { draft, revision, version } = deliverable;
  if (revision !== expectedRevision) return refuse('STALE_REVISION');
  const isEmpty =
    [draft, ...pages, ...sections].every(({ text }) => isBlank(text)) && draft.fileIds.length === 0;
  if (isEmpty) return refuse('SUBMISSION_EMPTY');
  if (lacksSnapshot) return refuse('SNAPSHOT_MISSING');
  return {
    type: 'accept',
    handedIn: {
      ...draft,
      pages,
      sections,
      version: version + 1,
      by,
      at: now,
      memberIds,
      needsAll: handIn === 'all',
      confirmations: [{ memberId: by, at: now }],
      objections: [],
      settledAt: null,
    },
  };
}

/** Confirms a copy or says what is wrong with it; doing the same again changes nothing. */
export function decideConfirm(
  { activityState, deliverable: { handedIn }, dates }: Snapshot,
  version: number,
  objection: string | null,
  by: string,
  now: Date,
): Next | { readonly type: 'unchanged' } | Refusal {
  if (handedIn?.version !== version) return refuse('STALE_REVISION');
  if (!handedIn.memberIds.includes(by)) return refuse('NOT_IN_GROUP');
  const { confirmations, objections } = handedIn;
  const isConfirmed = confirmations.some(({ memberId }) => memberId === by);
  if (isConfirmed && objection === null) return { type: 'unchanged' };
  if (activityState === 'closed') return refuse('ACTIVITY_CLOSED');
  if (counts(handedIn, dates, now)) return refuse('SUBMISSIONS_CLOSED');
  const others = {
    confirmations: confirmations.filter(({ memberId }) => memberId !== by),
    objections: objections.filter(({ memberId }) => memberId !== by),
  };
  return {
    type: 'accept',
    handedIn:
      objection === null
        ? { ...handedIn, ...others, confirmations: [...others.confirmations, { memberId: by, at: now }] }
        : {
            ...handedIn,
            ...others,
            objections: [...others.objections, { memberId: by, text: objection, at: now }],
          },
  };
}

/** Whether a copy can be taken back: until its deadline. */
export function decideWithdraw(
  { activityState, deliverable: { handedIn }, dates }: Snapshot,
  version: number,
  now: Date,
): { readonly type: 'accept' } | Refusal {
  if (handedIn?.version !== version) return refuse('STALE_REVISION');
  if (activityState === 'closed') return refuse('ACTIVITY_CLOSED');
  return now > deadlineOf(handedIn, dates) ? refuse('SUBMISSIONS_CLOSED') : { type: 'accept' };
}

type WithCopy = DeliverableLine & { readonly handedIn: NonNullable<DeliverableLine['handedIn']> };

/**
 * What counts for a member at a milestone, out of all that groups have handed in at it: the newest that the member has a
 * part in. Where the member is now does not matter.
 */
export function creditedLine(memberId: string, all: readonly DeliverableLine[]): WithCopy | null {
  const own = all.filter((one): one is WithCopy => one.handedIn?.memberIds.includes(memberId) === true);
  return own.toSorted((a, b) => b.handedIn.at.getTime() - a.handedIn.at.getTime())[0] ?? null;
}
