import { SESSION_SECONDS } from '../../contracts/limits.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, type EventType, makeEvent } from '../../core/events.ts';
import { memberIdOf, newId } from '../../core/ids.ts';
import type { ReadPiece, RosterEntry, RosterServices } from '../../platform/lti/ports.ts';
import type { Course } from './course.domain.ts';
import type { CourseStore } from './course.store.ts';
import {
  type LmsRead,
  nextReadAt,
  readsDifferences,
  type ReadReason,
  troubleAfter,
  wantedUntil,
} from './lms-read.domain.ts';
import type { LmsReadStore } from './lms-reads.store.ts';
import { changesOf, type KnownMember } from './member.domain.ts';
import type { MemberChange } from './members.store.ts';
import { decideEntry, hasLeft } from './sync-roster.domain.ts';

export interface RosterPorts {
  readonly store: CourseStore;
  readonly reads: LmsReadStore;
  readonly rosters: RosterServices;
  readonly clock: Clock;
  /** A number in [0, 1) for jitter. */
  readonly random: () => number;
  readonly eventsWritten: () => void;
  /** A reading has come to its end, well or not. */
  readonly readEnded: (scope: CourseScope, kind: 'roster') => Promise<void>;
}

/** Members written at once. */
const CHUNK = 500;
const JOB = 'course.roster';

/** One reading of a roster, with what it has seen so far. */
interface Run {
  readonly scope: CourseScope;
  readonly id: string;
  readonly readAt: Date;
  /** Ids of members who were named, whatever their status. */
  readonly seen: Set<string>;
  /** Of those, the ones named as active. */
  readonly active: Set<string>;
}

type Outcome =
  | { readonly type: 'whole'; readonly pages: number; readonly differencesUrl: string | null }
  | {
      readonly type: 'trouble';
      readonly reason: ReadReason;
      readonly words: string;
      readonly retryAfterSeconds: number | null;
    };

/** A newer run has begun: this one writes nothing more. */
class Overtaken extends Error {}

export type RosterSyncService = ReturnType<typeof createRosterSyncService>;

/** Makes the members of a course what the LMS's roster says (spec/lti.md 7). */
export function createRosterSyncService({
  store,
  reads,
  rosters,
  clock,
  random,
  eventsWritten,
  readEnded,
}: RosterPorts) {
  const eventOf = (
    scope: CourseScope,
    type: EventType,
    memberId: string,
    data: Record<string, unknown>,
  ): DomainEvent =>
    makeEvent({
      type,
      at: clock.now(),
      actor: { kind: 'system', job: JOB },
      courseId: scope.courseId,
      subject: { kind: 'member', id: memberId },
      requestId: null,
      data,
    });

  const assertCurrent = async ({ scope, id }: Run): Promise<void> => {
    if (!(await reads.isCurrent(scope, 'roster', id))) throw new Overtaken();
  };

  /** Joiners and changes of some entries: two reads and at most two writes, however many they are. */
  async function apply(run: Run, entries: readonly RosterEntry[]): Promise<void> {
    const { scope, readAt } = run;
    // Somebody who is listed twice, with two enrolments, is in the course when one of them is active.
    const latest = new Map<string, RosterEntry>();
    for (const entry of entries) {
      const id = memberIdOf(scope.courseId, entry.subject);
      run.seen.add(id);
      if (entry.status === 'active') run.active.add(id);
      if (entry.status === 'active' || !run.active.has(id)) latest.set(id, entry);
    }
    const [known] = await Promise.all([
      store.findKnownMembers(scope, [...latest.keys()]),
      assertCurrent(run),
    ]);
    const before = new Map(known.map((member) => [member.id, member]));
    const joiners: KnownMember[] = [];
    const changes: MemberChange[] = [];
    for (const [id, entry] of latest) {
      const decision = decideEntry(scope.courseId, before.get(id) ?? null, entry, readAt);
      if (decision.type === 'join') joiners.push(decision.member);
      else if (decision.type === 'change') {
        const event = decision.changes && eventOf(scope, 'member.changed', id, decision.changes);
        changes.push({ before: before.get(id) as KnownMember, fields: decision.fields, event });
      }
    }
    await write(scope, joiners, changes);
  }

  async function write(
    scope: CourseScope,
    joiners: readonly KnownMember[],
    changes: readonly MemberChange[],
  ): Promise<void> {
    const joined = ({ id, role }: KnownMember) => eventOf(scope, 'member.joined', id, { role });
    await Promise.all([store.insertMembers(joiners, clock.now(), joined), store.changeMembers(changes)]);
    if (joiners.length > 0 || changes.some(({ event }) => event !== null)) eventsWritten();
  }

  /** Reads to the end, handing on full chunks. */
  async function readThrough(
    pieces: AsyncIterable<ReadPiece<RosterEntry>>,
    take: (entries: readonly RosterEntry[]) => Promise<void>,
  ): Promise<Outcome> {
    let waiting: RosterEntry[] = [];
    let outcome: Outcome = trouble('UNREACHABLE', 'the LMS’s answer ended early');
    for await (const piece of pieces) {
      if (piece.type === 'items') {
        waiting.push(...piece.items);
        while (waiting.length >= CHUNK) {
          await take(waiting.slice(0, CHUNK));
          waiting = waiting.slice(CHUNK);
        }
      } else if (piece.type === 'problem') {
        const { code, words, retryAfterSeconds } = piece.problem;
        outcome = { ...trouble(code, words), retryAfterSeconds };
      } else if (piece.unreadable > 0) {
        outcome = trouble('PARTIAL', `${piece.unreadable} entries have no usable id`);
      } else {
        outcome = { type: 'whole', pages: piece.pages, differencesUrl: piece.differencesUrl };
      }
    }
    if (waiting.length > 0) await take(waiting);
    return outcome;
  }

  /** Active members whom the roster no longer names. */
  async function findMissing({ scope, seen, readAt }: Run): Promise<KnownMember[]> {
    const missing: KnownMember[] = [];
    let after: string | null = null;
    for (;;) {
      const page: KnownMember[] = await store.listActive(scope, after, CHUNK * 2);
      for (const member of page) {
        const gone = !seen.has(member.id) && hasLeft(member, readAt, clock.now(), SESSION_SECONDS * 1000);
        if (gone) missing.push(member);
      }
      after = page.at(-1)?.id ?? null;
      if (page.length < CHUNK * 2) return missing;
    }
  }

  /**
   * Lets those leave whom a whole roster does not name. Where it came in pages, somebody who is there can have slipped
   * from one page to another while it was read, so it is read once more: only who is missing both times has left.
   */
  async function removeMissing(run: Run, course: RosterCourse, pages: number): Promise<Outcome | null> {
    let missing = await findMissing(run);
    if (missing.length === 0) return null;
    if (pages > 1) {
      const again = rosters.readMembers(course.platformId, course.membershipsUrl);
      const found = new Set<string>();
      const outcome = await readThrough(again, async (entries) => {
        for (const { subject } of entries) found.add(memberIdOf(course.id, subject));
      });
      if (outcome.type === 'trouble') return outcome;
      missing = missing.filter(({ id }) => !found.has(id));
    }
    for (let start = 0; start < missing.length; start += CHUNK) {
      await assertCurrent(run);
      const changes = missing.slice(start, start + CHUNK).map((before) => leaving(run.scope, before));
      await write(run.scope, [], changes);
    }
    return null;
  }

  function leaving(scope: CourseScope, before: KnownMember): MemberChange {
    const { name, sortName, email, role, readOnly, testUser } = before;
    const standing = { role, readOnly, testUser, status: 'inactive' as const };
    const changes = changesOf(before, standing);
    return {
      before,
      fields: { ...standing, name, sortName, email, onRoster: false },
      event: changes && eventOf(scope, 'member.changed', before.id, changes),
    };
  }

  async function readEverything(run: Run, course: RosterCourse): Promise<Outcome> {
    const pieces = rosters.readMembers(course.platformId, course.membershipsUrl);
    const outcome = await readThrough(pieces, (entries) => apply(run, entries));
    if (outcome.type === 'trouble') return outcome;
    // Somebody of the staff has opened the course, so it has people.
    if (run.active.size === 0) return trouble('EMPTY', 'the roster names nobody');
    return (await removeMissing(run, course, outcome.pages)) ?? outcome;
  }

  /** @returns null when changes alone cannot be read: then everything has to be. */
  async function readChanges(run: Run, course: RosterCourse, url: string): Promise<Outcome | null> {
    const pieces = rosters.readMembers(course.platformId, url);
    const outcome = await readThrough(pieces, (entries) => apply(run, entries));
    return outcome.type === 'whole' || outcome.reason === 'UNREACHABLE' ? outcome : null;
  }

  async function perform(run: Run, course: RosterCourse, read: LmsRead): Promise<Date | null> {
    const { scope, readAt } = run;
    const changesOnly = readsDifferences(read, readAt) && read.differencesUrl;
    const changed = changesOnly ? await readChanges(run, course, changesOnly) : null;
    const outcome = changed ?? (await readEverything(run, course));
    const now = clock.now();
    if (outcome.type === 'trouble') {
      const after = troubleAfter(read.trouble, outcome.reason, outcome.words, now);
      await reads.end(scope, 'roster', run.id, null, after);
      return nextReadAt(read, after, outcome.retryAfterSeconds, now, random());
    }
    const { differencesUrl } = outcome;
    const done = { readAt, differencesUrl, ...(!changed && { fullAt: readAt }) };
    await reads.end(scope, 'roster', run.id, { ...done, ...(await store.countPeople(scope)) }, null);
    return nextReadAt(read, null, null, now, random());
  }

  return {
    /**
     * Reads a course's roster once. Repeating it, also after a crash at any point, or at the same time elsewhere,
     * comes to the same members.
     *
     * @returns when it is to be read again, or null when that is not wanted or cannot be.
     */
    async readRoster(courseId: string): Promise<Date | null> {
      const course = await store.findCourse(courseId);
      if (!course?.membershipsUrl) return null;
      const { platformId, deploymentId, membershipsUrl } = course;
      const scope: CourseScope = { courseId, platformId, deploymentId };
      const readAt = clock.now();
      const run: Run = { scope, id: newId(), readAt, seen: new Set(), active: new Set() };
      const begun = { id: run.id, startedAt: readAt };
      const read = await reads.begin(scope, 'roster', begun, wantedUntil(readAt));
      try {
        const next = await perform(run, { ...course, membershipsUrl }, read);
        await readEnded(scope, 'roster');
        return next;
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
        return nextReadAt(read, null, null, clock.now(), random());
      }
    },
  };
}

type RosterCourse = Course & { readonly membershipsUrl: string };

const trouble = (reason: ReadReason, words: string): Extract<Outcome, { type: 'trouble' }> => ({
  type: 'trouble',
  reason,
  words,
  retryAfterSeconds: null,
});
