import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, type EventActor, type EventType, makeEvent } from '../../core/events.ts';
import { MAIN_COLUMN } from '../../core/ids.ts';
import type { GradeServices, LineItem, ServiceAnswer } from '../../platform/lti/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { GradeColumn } from './grade-column.domain.ts';
import type { GradeColumnStore } from './grade-columns.store.ts';
import type { GradeSlotStore } from './grade-slots.store.ts';
import {
  chooseListed,
  type ColumnLineItem,
  type ColumnProblem,
  type Gradebook,
  type LineItemStep,
  nextStep,
  tagOf,
} from './line-item.domain.ts';
import type { LineItemStore } from './line-items.store.ts';
import type { OutboxStore } from './outbox.store.ts';

export interface LineItemPorts {
  readonly columns: Pick<GradeColumnStore, 'listOf'>;
  readonly lineItems: LineItemStore;
  readonly slots: Pick<GradeSlotStore, 'countWanted'>;
  readonly outbox: Pick<OutboxStore, 'wake'>;
  readonly course: Pick<CourseService, 'findGradebook'>;
  readonly grades: GradeServices;
  readonly clock: Clock;
  /** Tells the sender that slots became due. */
  readonly slotsDue: () => void;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

/** Look, make, change, and once more to see that nothing is left. */
const MAX_STEPS = 4;
/** After so many runs in vain the LMS's silence is told to staff; the job goes on. */
const TRIES_BEFORE_PROBLEM = 5;

type Failure = Exclude<ServiceAnswer<never>, { type: 'ok' }>;
type Change = Parameters<LineItemStore['update']>[2];
/** What one step came to: what is known now, or what the LMS said instead. */
type Stepped =
  | { readonly type: 'ok'; readonly change: Change; readonly event: EventType | null }
  | { readonly type: 'failed'; readonly failure: Failure };

export type LineItemsService = ReturnType<typeof createLineItemsService>;

/** Keeps the LMS's gradebook columns as the activities want them (spec/gradebook.md item 1). */
export function createLineItemsService(ports: LineItemPorts) {
  const { columns, lineItems, slots, outbox, course, grades, clock, slotsDue, eventsWritten } = ports;

  const done = (change: Change, event: EventType | null): Stepped => ({ type: 'ok', change, event });
  const failed = (failure: Failure): Stepped => ({ type: 'failed', failure });

  /** Makes the column, unless it is there: a crash or another server may have come between. */
  async function findOrMake(
    { platformId }: CourseScope,
    column: GradeColumn,
    { gone }: ColumnLineItem,
    { lineItemsUrl, resourceLinkId }: Extract<LineItemStep, { type: 'findOrMake' }>,
  ): Promise<Stepped> {
    const { activityId, key, label, maximum } = column;
    const list = () => grades.findLineItems(platformId, lineItemsUrl, activityId);
    const before = await list();
    if (before.type !== 'ok') return failed(before);
    const there = chooseListed(before.value, key, gone);
    if (there) return done(foundAs(there, key), 'column.linked');
    const facts = { label, scoreMaximum: maximum, resourceId: activityId, tag: tagOf(key) };
    let made = await grades.createLineItem(platformId, lineItemsUrl, { ...facts, resourceLinkId });
    if (made.type === 'refused' && resourceLinkId !== null) {
      // Some links cannot have a further column: it then stands for itself.
      made = await grades.createLineItem(platformId, lineItemsUrl, { ...facts, resourceLinkId: null });
    }
    if (made.type !== 'ok') return failed(made);
    // Two servers may both have found none: both keep the same one of the two.
    const after = await list();
    const chosen = (after.type === 'ok' && chooseListed(after.value, key, gone)) || made.value;
    if (chosen.url !== made.value.url) await grades.deleteLineItem(platformId, made.value.url);
    return done({ ...foundAs(chosen, key), origin: 'made' }, 'column.linked');
  }

  async function take(
    scope: CourseScope,
    column: GradeColumn,
    known: ColumnLineItem,
    step: LineItemStep,
  ): Promise<Stepped> {
    const { platformId } = scope;
    const { label, maximum, activityId, key } = column;
    const told = { label, maximum };
    switch (step.type) {
      case 'couple':
        return done({ url: step.url, origin: 'coupled', told }, 'column.linked');
      case 'findOrMake':
        return findOrMake(scope, column, known, step);
      case 'change': {
        const facts = { label, scoreMaximum: maximum, resourceId: activityId, tag: tagOf(key) };
        const answer = await grades.updateLineItem(platformId, step.url, facts);
        return answer.type === 'ok' ? done({ told }, 'column.changed') : failed(answer);
      }
      case 'remove': {
        const answer = await grades.deleteLineItem(platformId, step.url);
        return answer.type === 'ok' ? done(FORGOTTEN, 'column.removed') : failed(answer);
      }
      case 'forget':
        return done(FORGOTTEN, 'column.removed');
      case 'nothing':
        return done({}, null);
    }
  }

  const eventOf = (
    type: EventType,
    { courseId, activityId, columnId }: ColumnLineItem,
    data: Record<string, unknown>,
    by: Pick<DomainEvent, 'actor' | 'requestId'> = BY_JOB,
  ): DomainEvent =>
    makeEvent({
      ...by,
      type,
      at: clock.now(),
      courseId,
      subject: { kind: 'gradeColumn', id: columnId },
      data: { activityId, columnId, ...data },
    });

  async function recordProblem(
    scope: CourseScope,
    known: ColumnLineItem,
    code: ColumnProblem['code'],
    words: string,
    change: Change = {},
  ): Promise<void> {
    const isNew = known.problem?.code !== code;
    const since = isNew ? clock.now() : (known.problem?.since ?? clock.now());
    const isNews = isNew || known.problem?.words !== words;
    const event = isNews ? eventOf('column.failed', known, { code }) : null;
    await lineItems.update(scope, known, { ...change, problem: { code, words, since } }, event);
    if (isNews) eventsWritten();
  }

  /** @returns whether the LMS gave no sensible answer: then it is to be tried again. */
  async function recordFailure(
    scope: CourseScope,
    known: ColumnLineItem,
    failure: Failure,
    tries: number,
  ): Promise<boolean> {
    const words =
      'status' in failure && failure.status > 0 ? `${failure.status} ${failure.words}` : failure.words;
    if (failure.type === 'refused') {
      const isGone = failure.cause === 'columnGone' && known.url !== null;
      if (isGone) await recordProblem(scope, known, 'COLUMN_GONE', words, { ...FORGOTTEN, gone: known.url });
      else await recordProblem(scope, known, 'COLUMN_REFUSED', words);
      return false;
    }
    if (tries >= TRIES_BEFORE_PROBLEM) await recordProblem(scope, known, 'COLUMN_UNREACHABLE', words);
    return true;
  }

  async function syncColumn(
    scope: CourseScope,
    column: GradeColumn,
    gradebook: Gradebook,
    tries: number,
  ): Promise<'done' | 'again'> {
    const graded = await slots.countWanted(scope, column.id);
    for (let steps = 0; steps < MAX_STEPS; steps += 1) {
      const known = await lineItems.open(scope, column.activityId, column.id);
      if (known.graded !== graded) await lineItems.update(scope, known, { graded }, null);
      const step = nextStep(column, known, gradebook, graded > 0);
      if (step.type === 'nothing') return 'done';
      const stepped = await take(scope, column, known, step);
      if (stepped.type === 'failed') {
        return (await recordFailure(scope, known, stepped.failure, tries)) ? 'again' : 'done';
      }
      const event = stepped.event && eventOf(stepped.event, known, { key: column.key });
      await lineItems.update(scope, known, { ...stepped.change, problem: null }, event);
      eventsWritten();
      if (stepped.change.url) {
        await outbox.wake(scope, 'NO_GRADEBOOK_COLUMN', { columnId: column.id }, clock.now());
        slotsDue();
      }
    }
    return 'done';
  }

  return {
    /**
     * Brings the columns of an activity in the LMS to what the activity wants; repeating it changes nothing.
     *
     * @param tries how often it was tried before in a row.
     * @returns `again` when the LMS gave no sensible answer.
     */
    async sync(scope: CourseScope, activityId: string, tries: number): Promise<'done' | 'again'> {
      const [wanted, gradebook] = await Promise.all([
        columns.listOf(scope, activityId),
        course.findGradebook(scope, activityId),
      ]);
      const outcomes: ('done' | 'again')[] = [];
      for (const column of wanted) outcomes.push(await syncColumn(scope, column, gradebook, tries));
      return outcomes.includes('again') ? 'again' : 'done';
    },

    /** Where the scores of some columns go. */
    async findLineItems(scope: CourseScope, columnIds: readonly string[]): Promise<Map<string, string>> {
      const found = await lineItems.findMany(scope, columnIds);
      return new Map(found.flatMap(({ columnId, url }) => (url === null ? [] : [[columnId, url] as const])));
    },

    /** The LMS does not know a column any more. */
    async markGone(scope: CourseScope, columnId: string, url: string, words: string): Promise<void> {
      const known = await lineItems.find(scope, columnId);
      if (known?.url === url)
        await recordProblem(scope, known, 'COLUMN_GONE', words, { ...FORGOTTEN, gone: url });
    },

    /**
     * Staff say that the LMS is to be asked again, also for a column that was deleted there.
     *
     * @returns the column's activity; null when the column has no problem.
     */
    async retry(
      scope: CourseScope,
      columnId: string,
      by: { readonly actor: EventActor; readonly requestId: string },
    ): Promise<string | null> {
      const known = await lineItems.find(scope, columnId);
      if (!known?.problem) return null;
      const event = eventOf('column.retried', known, { code: known.problem.code }, by);
      await lineItems.update(scope, known, { problem: null }, event);
      eventsWritten();
      return known.activityId;
    },
  };
}

const BY_JOB = { actor: { kind: 'system', job: 'gradebook.columns' }, requestId: null } as const;
const FORGOTTEN = { url: null, origin: null, told: null };

/** A column that was there: made by deep linking together with its link, or by the tool itself. */
const foundAs = ({ url, label, scoreMaximum, resourceLinkId, tag }: LineItem, key: string): Change => ({
  url,
  origin: tag === tagOf(key) && key === MAIN_COLUMN && resourceLinkId !== null ? 'coupled' : 'made',
  told: { label, maximum: scoreMaximum },
});
