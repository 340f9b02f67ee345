import type { SectionsWanted } from '../../contracts/sections.ts';
import type { Clock } from '../../core/clock.ts';
import type { TimelineChanges } from '../../core/timeline.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import { type CourseService, countsAsLearner, type Member, type SectionQueries } from '../course/index.ts';
import { type PageGroups, withLatestOf } from './author-groups.domain.ts';
import type { AuthorGroups } from './author-groups.service.ts';
import { authorsOf, type PeerReview, type ProgressRow, type Submission } from './peer-review.domain.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { COUNTS } from './progress-counts.store.ts';
import { columnNamesOf, daysLateOf, possibleColumnIds } from './grade-source.service.ts';
import { type GradeAnswer, staffView } from './peer-review.views.ts';
import { isComparing, staffAbilities, workingOn } from './phases.domain.ts';
import type { Grades } from './read-own.service.ts';
import { readRowKey, writeRowKey } from './row-key.domain.ts';
import { askedIn } from './pull-queue.domain.ts';
import { peerReviewOf } from './settings.service.ts';
import { stuckReasons } from './stuck.domain.ts';
import { withChanges } from './timeline.domain.ts';

/** Members looked at in one go. */
const CHUNK = 200;
/** Rows that change at once from which on the counts over all of them follow a moment later. */
const MANY = 20;
/** Whether works are compared, so that there are no reviews to count. */
const isCompared = (review: PeerReview | null): boolean => review !== null && isComparing(review);
/** Further rounds when others write the same rows; each means that somebody got through. */
const ROUNDS = 10;

export type ProgressService = ReturnType<typeof createProgressService>;

/** The staff table: kept up to date row by row from what it is derived from, or built anew from it. */
export function createProgressService(
  stores: PeerReviewStores,
  activities: ActivityService,
  course: Pick<CourseService, 'findMembers' | 'listLearners'>,
  grades: Grades,
  recountLater: (scope: CourseScope, activityId: string) => Promise<void>,
  sections: SectionQueries,
  authors: Pick<AuthorGroups, 'listPeopled' | 'setOf'>,
  clock: Clock,
) {
  const { submissions, reviews, progress, comparisons } = stores;

  const recount = (scope: CourseScope, activityId: string): Promise<void> =>
    untilDone(() => progress.recount(scope, activityId));

  async function refreshChunk(
    scope: CourseScope,
    activityId: string,
    ids: readonly string[],
  ): Promise<boolean> {
    // Revisions first: a row is written only over the state that the facts below are newer than.
    const revisions = await progress.revisions(scope, activityId, ids);
    const [activity, members, works, reviewsGiven, reviewsReceived, grade] = await Promise.all([
      activities.find(scope, activityId),
      course.findMembers(scope, ids),
      submissions.findByAuthors(scope, activityId, ids),
      reviews.tallyGiven(scope, activityId, ids),
      reviews.tallyReceived(scope, activityId, ids),
      grades.findGradesIn(scope, possibleColumnIds(activityId), ids),
    ]);
    const review = activity && peerReviewOf(activity);
    const { given, received } = isCompared(review)
      ? await comparisons.tally(scope, activityId, ids)
      : { given: reviewsGiven, received: reviewsReceived };
    const learners = members.filter(countsAsLearner);
    const workOf = new Map(works.flatMap((work) => authorsOf(work).map((memberId) => [memberId, work])));
    const givenBy = new Map(given.map(({ memberId, done, of }) => [memberId, { done, of }]));
    const receivedBy = new Map(received.map(({ memberId, done, of }) => [memberId, { done, of }]));
    const spreadBy = new Map(reviewsReceived.map(({ memberId, spread }) => [memberId, spread]));
    const rows = learners.map(({ id, name, sortName }): ProgressRow => ({
      memberId: id,
      name,
      sortName,
      group: sharedGroupOf(workOf.get(id), id),
      submittedAt: workOf.get(id)?.submittedAt ?? null,
      ...askedIn(review, {
        handedIn: workOf.has(id),
        given: givenBy.get(id) ?? { done: 0, of: 0 },
        received: receivedBy.get(workOf.get(id)?.authorId ?? id) ?? { done: 0, of: 0 },
      }),
      spread: spreadBy.get(workOf.get(id)?.authorId ?? id) ?? null,
      ...gradesOf(grade, id),
    }));
    const kept = new Set(learners.map(({ id }) => id));
    const gone = ids.filter((id) => !kept.has(id) && revisions.has(id));
    const [written] = await Promise.all([
      progress.replaceRows(scope, activityId, rows, revisions),
      progress.removeRows(scope, activityId, gone),
    ]);
    return written;
  }

  async function refreshRows(
    scope: CourseScope,
    activityId: string,
    memberIds: readonly string[],
  ): Promise<void> {
    for (let start = 0; start < memberIds.length; start += CHUNK) {
      const ids = memberIds.slice(start, start + CHUNK);
      await untilDone(() => refreshChunk(scope, activityId, ids));
    }
  }

  /** The groups of the members on a page, and what changes the dates of all who are in them. */
  async function groupsOn(
    scope: CourseScope,
    review: PeerReview,
    shown: readonly { readonly row: ProgressRow; readonly changes: TimelineChanges }[],
  ): Promise<PageGroups> {
    const present = await authors.listPeopled(scope, review);
    const groupOf = new Map(present.flatMap((group) => group.memberIds.map((id) => [id, group])));
    const fellowsOf = ({ memberId, group }: ProgressRow) =>
      group?.memberIds ?? groupOf.get(memberId)?.memberIds ?? null;
    const changes = new Map(shown.map((one) => [one.row.memberId, one.changes]));
    const others = new Set(shown.flatMap(({ row }) => fellowsOf(row) ?? []).filter((id) => !changes.has(id)));
    const further = others.size > 0 ? await activities.findChanges(scope, review.id, [...others]) : [];
    return {
      byGroups: authors.setOf(scope, review) !== null,
      fellowsOf,
      changes: new Map([...changes, ...further]),
      nameOf: ({ memberId, group }) => {
        const named = group ?? groupOf.get(memberId);
        return named ? { name: named.name } : null;
      },
    };
  }

  return {
    /** Counts over all rows. */
    recount,

    /**
     * Brings the rows of some members up to date, and the counts over all rows where those may have changed: for many
     * a moment later.
     */
    async refresh(
      scope: CourseScope,
      activityId: string,
      memberIds: readonly string[],
      recounts: boolean,
    ): Promise<void> {
      await refreshRows(scope, activityId, memberIds);
      if (recounts) await (memberIds.length < MANY ? recount : recountLater)(scope, activityId);
    },

    /** Builds the whole table of an activity from submissions, reviews and grades. */
    async rebuild(scope: CourseScope, activityId: string): Promise<void> {
      const ids: string[] = [];
      let next: string | null = null;
      do {
        const page: { items: Member[]; next: string | null } = await course.listLearners(
          scope,
          next ?? undefined,
          CHUNK,
        );
        ids.push(...page.items.map(({ id }) => id));
        next = page.next;
      } while (next);
      const known = new Set(ids);
      // Rows of people who are learners no more are among the rows only: refreshing them takes them away.
      let after: { sortName: string; memberId: string } | null = null;
      for (;;) {
        const found: Awaited<ReturnType<typeof progress.listRows>> = await progress.listRows(
          scope,
          activityId,
          after,
          CHUNK,
        );
        const rows = found.map(({ row }) => row);
        ids.push(...rows.filter(({ memberId }) => !known.has(memberId)).map(({ memberId }) => memberId));
        after = rows.at(-1) ?? null;
        if (rows.length < CHUNK) break;
      }
      await refreshRows(scope, activityId, ids);
      await recount(scope, activityId);
    },

    /** One page of the staff table. @param after the `next` of the page before. @throws AppError NOT_FOUND */
    async overview(
      caller: Caller,
      activityId: string,
      after: string | undefined,
      limit: number,
      wanted: SectionsWanted,
    ) {
      const { scope } = caller;
      const key = after ? readRowKey(after) : null;
      const [filter, { activity, beside: counts }, clearsGrades] = await Promise.all([
        sections.filterFor(caller, wanted),
        activities.getWith(scope, activityId, COUNTS),
        grades.clearsGrades(scope.platformId),
      ]);
      const review = peerReviewOf(activity);
      const rows = await progress.listRows(scope, activityId, key, limit + 1, filter.memberIds);
      const shown = rows.slice(0, limit);
      const page = shown.map(({ row }) => row);
      const last = page.at(-1);
      const next = rows.length > limit && last ? writeRowKey(last) : null;
      const working = workingOn(review);
      // Counts are of learners; two groups at least must have handed in before others can review them.
      const works =
        authors.setOf(scope, review) !== null && !review.allocation
          ? await submissions.countAll(scope, activityId)
          : null;
      const columns = columnNamesOf(review);
      const inSections = await sections.sectionsOf(
        scope,
        page.map(({ memberId }) => memberId),
        filter,
      );
      const now = clock.now();
      const groups = await groupsOn(scope, review, shown);
      const own = shown.map(({ row, changes }) => {
        const alone = withChanges(review, changes);
        const fellows = groups.fellowsOf(row);
        return { row, review: fellows ? withLatestOf(review, groups.changes, alone, fellows) : alone };
      });
      const daysLate = new Map(
        own.map((one) => [one.row.memberId, daysLateOf(one.review.settings, one.row.submittedAt)]),
      );
      const isOutside = (row: ProgressRow) => groups.byGroups && groups.nameOf(row) === null;
      const stuck = new Map(
        own.map(({ row, review: dated }) => [row.memberId, stuckReasons(dated, row, now, isOutside(row))]),
      );
      const released = new Set(
        own.filter((one) => one.review.phase === 'released').map((one) => one.row.memberId),
      );
      return staffView(
        review,
        { rows: page, next },
        {
          counts,
          working,
          columns,
          daysLate,
          stuck,
          released,
          clearsGrades,
          sections: filter.view,
          inSections,
          groups,
        },
        staffAbilities(
          review,
          { ...counts, submissions: works ?? counts.submissions },
          {
            allocate: caller.can('peerReview.allocate'),
            release: caller.can('grade.release'),
            edit: caller.can('activity.edit'),
          },
        ),
      );
    },
  };
}

/** Whose work the row's is, where it is a group's. */
const sharedGroupOf = (work: Submission | undefined, memberId: string) =>
  work?.group ? { ...work.group, isFirst: work.authorId === memberId } : null;

async function untilDone(attempt: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) if (await attempt()) return;
  throw new Error('the staff table is written by others all the time');
}

/** A member's grades as the table keeps them: of the main column, and of any other that has one. */
function gradesOf(
  grades: ReadonlyMap<string, ReadonlyMap<string, GradeAnswer>>,
  memberId: string,
): Pick<ProgressRow, 'grade' | 'sync' | 'others'> {
  const [main, ...rest] = [...grades].map(([columnId, of]) => ({ columnId, answer: of.get(memberId) }));
  const others = rest.flatMap(({ columnId, answer }) => (answer ? [{ columnId, ...cellOf(answer) }] : []));
  return main?.answer
    ? { ...cellOf(main.answer), others }
    : { grade: null, sync: { state: 'none', at: null }, others };
}

const DECIDED = ['set', 'excused', 'withdrawn'] as const;

function cellOf({ explanation, sync }: GradeAnswer) {
  const { value, maximum, steps } = explanation;
  const counted = steps.find((step) => step.type === 'reviews' || step.type === 'compared');
  const mark = DECIDED.find((decided) => steps.some(({ type }) => type === decided)) ?? null;
  return {
    grade: { value, maximum, mark, interval: counted?.interval ?? null },
    sync: { state: sync.state, at: sync.at === null ? null : new Date(sync.at) },
  };
}
