import { authorsIn } from '../../core/events.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { columnIdOf, MAIN_COLUMN } from '../../core/ids.ts';
import type { Announce, MatterSource, SourceMatter } from '../insights/index.ts';
import type { GradeColumnStore } from './grade-columns.store.ts';
import { type GradeSlot, type Problem, slotIdOf } from './grade-slot.domain.ts';
import type { GradeSlotStore } from './grade-slots.store.ts';
import type { ColumnLineItem, ColumnProblem } from './line-item.domain.ts';
import type { LineItemStore } from './line-items.store.ts';
import type { PaceStore } from './paces.store.ts';

interface Ports {
  readonly slots: Pick<GradeSlotStore, 'findProblems' | 'listProblems' | 'countUnsent' | 'listUnsentCourses'>;
  readonly columns: Pick<GradeColumnStore, 'listOfMany' | 'findMany'>;
  readonly lineItems: Pick<LineItemStore, 'findProblems' | 'listProblems'>;
  readonly paces: Pick<PaceStore, 'failingSince'>;
  readonly findScope: (courseId: string) => Promise<CourseScope | null>;
}

/** For so long an LMS may be silent before staff are told. */
const SILENT_MS = 10 * 60 * 1000;
/** The topic of an LMS's silence: there is one in a course. */
const SILENCE = 'silence';

export type GradebookMatters = ReturnType<typeof createGradebookMatters>;

/** What of the gradebook waits for staff: scores, columns, and the LMS itself. */
export function createGradebookMatters({ slots, columns, lineItems, paces, findScope }: Ports) {
  let announce: Announce = () => Promise.resolve();

  /** Scores that do not get into the LMS: one topic each. */
  const scores: MatterSource = {
    name: 'score',
    kind: 'gradebook',
    forLearners: false,
    concernOf({ type, subject, data }) {
      if (subject.kind === 'gradeSlot') return { topics: [subject.id], memberIds: [] };
      // The slot of the activity's main column takes the hand-in up, and what waited for it.
      const { activityId } = data;
      if (type !== 'submission.handedIn' || typeof activityId !== 'string') return null;
      const columnId = columnIdOf(activityId, MAIN_COLUMN);
      return { topics: authorsIn(data).map((memberId) => slotIdOf(columnId, memberId)), memberIds: [] };
    },
    async read(scope, topics) {
      const found = await slots.findProblems(scope, topics);
      if (found.length === 0) return [];
      const known = await columns.findMany(scope, [...new Set(found.map(({ columnId }) => columnId))]);
      const alone = new Set(known.filter(({ standsAlone }) => standsAlone).map(({ id }) => id));
      return found.flatMap((slot) =>
        slot.problem ? [scoreMatter(slot, slot.problem, alone.has(slot.columnId))] : [],
      );
    },
    async listTopics(scope, after, limit) {
      const found = await slots.listProblems(scope, readKey(after), limit);
      return { topics: found.map(({ id }) => id), next: nextKey(found.map(keyOfSlot), limit) };
    },
  };

  /** Columns that the LMS does not have as they should be: the activity is the topic. */
  const failedColumns: MatterSource = {
    name: 'column',
    kind: 'gradebook',
    forLearners: false,
    concernOf({ type, subject, data }) {
      const { activityId } = data;
      if (subject.kind === 'gradeColumn' && typeof activityId === 'string')
        return { topics: [activityId], memberIds: [] };
      // By another title a column has another name.
      return type === 'activity.changed' ? { topics: [subject.id], memberIds: [] } : null;
    },
    async read(scope, topics) {
      const found = await lineItems.findProblems(scope, topics);
      if (found.length === 0) return [];
      const known = await columns.listOfMany(scope, topics);
      const labels = new Map(known.map(({ id, label }) => [id, label]));
      return found.flatMap((item) =>
        item.problem ? [columnMatter(item, item.problem, labels.get(item.columnId) ?? '')] : [],
      );
    },
    async listTopics(scope, after, limit) {
      const found = await lineItems.listProblems(scope, readKey(after), limit);
      const topics = [...new Set(found.map(({ activityId }) => activityId))];
      return { topics, next: nextKey(found.map(keyOfColumn), limit) };
    },
  };

  /** An LMS that gives no sensible answer: one matter for all that waits for it. */
  const silence: MatterSource = {
    name: 'lms',
    kind: 'gradebook',
    forLearners: false,
    // How many scores wait changes with each.
    concernOf: ({ subject }) => (subject.kind === 'gradeSlot' ? { topics: [SILENCE], memberIds: [] } : null),
    announceBy: (by) => {
      announce = by;
    },
    async read(scope) {
      const since = await paces.failingSince(scope.platformId);
      if (!since) return [];
      const { waiting } = await slots.countUnsent(scope, null);
      return waiting === 0 ? [] : [silenceMatter(since, waiting)];
    },
    listTopics: () => Promise.resolve({ topics: [SILENCE], next: null }),
  };

  return {
    sources: [scores, failedColumns, silence],

    /** A platform fell silent, or answers again: every course that it lacks scores of learns of it. */
    async silenceChanged(platformId: string): Promise<void> {
      for (const courseId of await slots.listUnsentCourses(platformId)) {
        const scope = await findScope(courseId);
        if (scope) await announce(scope, [SILENCE]);
      }
    },
  };
}

interface Key {
  readonly since: Date;
  readonly id: string;
}

const keyOfSlot = ({ id, problem }: GradeSlot): Key => ({ id, since: problem?.since ?? new Date(0) });
const keyOfColumn = ({ columnId, problem }: ColumnLineItem): Key => ({
  id: columnId,
  since: problem?.since ?? new Date(0),
});

/** A place in a list of problems as text, and back. */
function nextKey(keys: readonly Key[], limit: number): string | null {
  const last = keys.at(-1);
  return last && keys.length === limit ? `${last.since.getTime()} ${last.id}` : null;
}

function readKey(text: string | undefined): Key | null {
  const [time, id] = text?.split(' ') ?? [];
  return time === undefined || id === undefined ? null : { since: new Date(Number(time)), id };
}

/** @param standsAlone the column is a questionnaire's: it has no release, and no page among the activities. */
const scoreMatter = (
  slot: GradeSlot,
  { code, words, since }: Problem,
  standsAlone: boolean,
): SourceMatter => ({
  id: slot.id,
  topic: slot.id,
  activityId: slot.activityId,
  waitsFor: 'staff',
  code,
  params: { words, ...(standsAlone && { place: 'questionnaire' }) },
  about: slot.memberId,
  since,
  until: null,
  nextAction:
    code === 'GRADE_INVALID'
      ? standsAlone
        ? null
        : { code: 'RELEASE_AGAIN', method: 'post', path: `/activities/${slot.activityId}/release` }
      : {
          code: 'RETRY_SCORE',
          method: 'post',
          path: `/grade-slots/${slot.columnId}/${slot.memberId}/retry`,
        },
});

const silenceMatter = (since: Date, count: number): SourceMatter => ({
  id: SILENCE,
  topic: SILENCE,
  activityId: null,
  waitsFor: 'staff',
  code: 'LMS_UNREACHABLE',
  params: { count },
  since: new Date(since.getTime() + SILENT_MS),
  until: null,
});

const columnMatter = (
  { columnId, activityId }: ColumnLineItem,
  { code, words, since }: ColumnProblem,
  name: string,
): SourceMatter => ({
  id: columnId,
  topic: activityId,
  activityId,
  waitsFor: 'staff',
  code,
  params: { name, words },
  since,
  until: null,
  nextAction: { code: 'RETRY_COLUMN', method: 'post', path: `/grade-columns/${columnId}/retry` },
});
