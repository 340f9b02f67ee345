import type { ActionState, NoteTexts } from '../../contracts/retrospectives.ts';

/** Members are asked for their notes this long after a milestone. */
const ASKED_MS = 14 * 86_400_000;

/** Names the retrospective of one group after one milestone. */
export interface RetrospectiveKey {
  readonly activityId: string;
  readonly groupId: string;
  readonly n: number;
}

/** What is said. */
export type Texts = NoteTexts;

/** What one member says; it stays when they leave the group. */
export interface Note extends RetrospectiveKey {
  readonly memberId: string;
  readonly texts: Texts;
  readonly revision: number;
  readonly savedAt: Date;
}

/** Who does what until when. */
export interface TeamAction extends RetrospectiveKey {
  readonly actionId: string;
  readonly text: string;
  readonly ownerId: string;
  readonly dueAt: Date;
  readonly state: ActionState;
  readonly revision: number;
}

/** What a group has learned and others can use. */
export interface Lesson extends RetrospectiveKey {
  readonly lessonId: string;
  readonly title: string;
  readonly text: string;
  readonly offeredAt: Date;
  readonly state: 'offered' | 'published' | 'declined';
  /** When it was published first; the course reads what has such a moment (ADR 0065). */
  readonly publishedAt?: Date | undefined;
}

/** A published lesson as the course lists it. */
export type PublishedLesson = Lesson & { readonly publishedAt: Date };

interface DueMilestone {
  readonly n: number;
  readonly dueAt: string;
}

/** The milestone that one looks back on: the newest that is due, before any is the first; null: there is none. */
export function lookedBackOn(milestones: readonly DueMilestone[], now: Date): number | null {
  const byDate = milestones.toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  const due = byDate.filter(({ dueAt }) => Date.parse(dueAt) <= now.getTime());
  return (due.at(-1) ?? byDate[0])?.n ?? null;
}

/** From when until when members are asked for their notes. */
export function askedTime({ dueAt }: Pick<DueMilestone, 'dueAt'>): { since: Date; until: Date } {
  const since = new Date(dueAt);
  return { since, until: new Date(since.getTime() + ASKED_MS) };
}

/** What a retrospective shows: what was agreed on after its milestone, and what is still open from others; by date. */
export const shownActions = (actions: readonly TeamAction[], n: number): TeamAction[] =>
  actions
    .filter((one) => one.n === n || one.state === 'open')
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.actionId < b.actionId ? -1 : 1));

/** Whether an action item can be saved: its owner is in the group, or stays the one who has left it. */
export function decideAction(
  before: TeamAction | null,
  wanted: Pick<TeamAction, 'ownerId'>,
  memberIds: readonly string[],
  expectedRevision: number,
): 'accept' | 'STALE_REVISION' | 'NOT_IN_GROUP' {
  if ((before?.revision ?? 0) !== expectedRevision) return 'STALE_REVISION';
  const stays = before?.ownerId === wanted.ownerId;
  return stays || memberIds.includes(wanted.ownerId) ? 'accept' : 'NOT_IN_GROUP';
}
