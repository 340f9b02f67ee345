import { JOURNEY_DAYS_MAX, TEMPLATES_MAX } from '../../contracts/limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent, type EventType } from '../../core/events.ts';
import { copyIdOf } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService, By } from '../activity/index.ts';
import { type Calendar, countedDay, daysUntil, moveStep, startingAfter } from './dates.domain.ts';
import { type Application, decideSaveJourney, type Journey, type JourneyStep } from './journey.domain.ts';
import type { JourneyStores } from './journeys.store.ts';
import { journeyView } from './journeys.views.ts';
import type { Template } from './template.domain.ts';
import { requireZone, type TemplatesService } from './templates.service.ts';

export interface JourneyPorts {
  readonly stores: JourneyStores;
  readonly templates: Pick<TemplatesService, 'resolve'>;
  readonly activities: Pick<ActivityService, 'find' | 'create'>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
  /** Has an application finished later, should this process be gone before it is. */
  readonly finishLater: (scope: CourseScope, applicationId: string, by: By) => Promise<void>;
}

/** The days that count, and the zone in which they are meant. */
interface Place extends Calendar {
  readonly zone: string;
}

type MoveTo = { readonly day: string } | { readonly days: number };

export type JourneysService = ReturnType<typeof createJourneysService>;

/** Ordered sets of templates, applied to a course (spec/activity.md, 9). */
export function createJourneysService(ports: JourneyPorts) {
  const { templates, activities, clock, eventsWritten, finishLater } = ports;
  const { journeys, applications } = ports.stores;

  const eventOf = (caller: Caller, type: EventType, id: string, data: Record<string, unknown> = {}) =>
    courseEvent(type, { kind: 'journey', id }, caller, clock.now(), data);

  /** @throws AppError NOT_FOUND */
  async function get(scope: CourseScope, id: string): Promise<Journey> {
    const [journey] = await journeys.find(scope, [id]);
    if (!journey) throw new AppError('NOT_FOUND', { kind: 'journey' });
    return journey;
  }

  /** The templates of steps; deleted ones too, for a journey goes on with what it was made of. @throws AppError NOT_FOUND */
  async function templatesOf(
    scope: CourseScope,
    steps: readonly JourneyStep[],
  ): Promise<(step: JourneyStep) => Template> {
    const ids = [...new Set(steps.map(({ templateId }) => templateId))];
    const found = new Map((await ports.stores.templates.find(scope, ids)).map((one) => [one.id, one]));
    if (found.size < ids.length) throw new AppError('NOT_FOUND', { kind: 'template' });
    return ({ templateId }) => {
      const template = found.get(templateId);
      if (!template) throw new AppError('NOT_FOUND', { kind: 'template' });
      return template;
    };
  }

  const create = async (caller: Caller, id: string, wanted: Pick<Journey, 'name' | 'steps'>) => {
    if ((await journeys.count(caller.scope)) >= TEMPLATES_MAX)
      throw new AppError('TEMPLATES_TOO_MANY', { max: TEMPLATES_MAX });
    const journey: Journey = { id, ...wanted, revision: 1, removed: false };
    const event = eventOf(caller, 'journey.saved', id, { steps: wanted.steps.length });
    if (await journeys.insert(caller.scope, journey, event)) return journey;
    const [current] = await journeys.find(caller.scope, [id]);
    if (!current || decideSaveJourney(current, wanted, 0).type !== 'unchanged')
      throw new AppError('STALE_REVISION');
    return current;
  };

  /** Makes what is not there yet of an application; repeating it makes nothing twice. */
  async function finish(scope: CourseScope, application: Application, by: By) {
    const { id, calendar, zone, steps } = application;
    const templateOf = await templatesOf(scope, steps);
    const made: { id: string; title: string }[] = [];
    for (const step of steps) {
      // The id follows from application and step: however often this runs, each step is one activity.
      const activityId = copyIdOf(id, step.id);
      const known = await activities.find(scope, activityId);
      const activity =
        known ??
        (await activities.create(
          scope,
          activityId,
          templates.resolve(templateOf(step), startingAfter(calendar, step.afterDays), zone).made,
          'draft',
          by,
          templateOf(step).type,
        ));
      made.push({ id: activity.id, title: activity.title });
    }
    eventsWritten();
    return { activities: made };
  }

  /** @throws AppError BAD_REQUEST */
  function requireSteps({ steps }: Journey, afterDays: readonly number[]): void {
    const isInOrder = afterDays.every((days, at) => at === 0 || days >= (afterDays[at - 1] ?? 0));
    if (afterDays.length !== steps.length || !isInOrder)
      throw new AppError('BAD_REQUEST', { field: 'afterDays' });
  }

  return {
    async list({ scope, can }: Caller) {
      const items = await journeys.list(scope, TEMPLATES_MAX);
      return { items: items.map(journeyView), can: { edit: can('activity.edit') } };
    },

    /** @throws AppError STALE_REVISION, TEMPLATES_TOO_MANY, NOT_FOUND */
    async save(
      caller: Caller,
      id: string,
      wanted: Pick<Journey, 'name' | 'steps'>,
      expectedRevision: number,
    ) {
      const { scope } = caller;
      const [[current]] = await Promise.all([journeys.find(scope, [id]), templatesOf(scope, wanted.steps)]);
      const decision = decideSaveJourney(current ?? null, wanted, expectedRevision);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'unchanged' && current) return journeyView(current);
      const event = eventOf(caller, 'journey.saved', id, { steps: wanted.steps.length });
      const saved =
        decision.type === 'create'
          ? await create(caller, id, wanted)
          : await journeys.change(scope, id, { revision: expectedRevision }, wanted, event);
      if (!saved) throw new AppError('STALE_REVISION');
      eventsWritten();
      return journeyView(saved);
    },

    /** Deletes it, or brings it back; repeating it changes nothing. @throws AppError NOT_FOUND */
    async remove(caller: Caller, id: string, removed: boolean) {
      const event = eventOf(caller, removed ? 'journey.removed' : 'journey.restored', id);
      const changed = await journeys.change(caller.scope, id, { removed: !removed }, { removed }, event);
      if (changed) eventsWritten();
      return journeyView(changed ?? (await get(caller.scope, id)));
    },

    /** All dates, after a move if one is wished. Two round trips. @throws AppError BAD_REQUEST, NOT_FOUND */
    async preview(
      { scope }: Caller,
      id: string,
      { zone, ...calendar }: Place,
      afterDays: readonly number[],
      move: { readonly index: number; readonly to: MoveTo } | undefined,
    ) {
      requireZone(zone);
      const journey = await get(scope, id);
      requireSteps(journey, afterDays);
      const templateOf = await templatesOf(scope, journey.steps);
      const moved = move
        ? moveStep(afterDays, move.index, targetOf(move, calendar, afterDays))
        : [...afterDays];
      if (moved.some((days) => days > JOURNEY_DAYS_MAX))
        throw new AppError('BAD_REQUEST', { field: 'afterDays' });
      return {
        afterDays: moved,
        steps: journey.steps.map((step, at) => {
          const template = templateOf(step);
          const days = moved[at] ?? 0;
          const { dates } = templates.resolve(template, startingAfter(calendar, days), zone);
          return { id: step.id, title: template.title, startsOn: countedDay(calendar, days), dates };
        }),
      };
    },

    /**
     * Makes a journey's activities as drafts. What was asked for first under an id is what counts.
     *
     * @throws AppError BAD_REQUEST, NOT_FOUND
     */
    async apply(
      caller: Caller,
      journeyId: string,
      applicationId: string,
      { zone, ...calendar }: Place,
      afterDays: readonly number[],
    ) {
      const { scope, actor, requestId } = caller;
      requireZone(zone);
      const journey = await get(scope, journeyId);
      requireSteps(journey, afterDays);
      const steps = journey.steps.map((step, at) => ({ ...step, afterDays: afterDays[at] ?? 0 }));
      const wanted: Application = { id: applicationId, journeyId, calendar, zone, steps };
      const event = eventOf(caller, 'journey.applied', journeyId, { applicationId, steps: steps.length });
      await applications.insert(scope, wanted, event);
      const application = await applications.find(scope, applicationId);
      if (!application) throw new AppError('NOT_FOUND', { kind: 'application' });
      await finishLater(scope, applicationId, { actor, requestId });
      return finish(scope, application, { actor, requestId });
    },

    /** The job that finishes an application whose request did not. */
    async finishApplication(scope: CourseScope, applicationId: string, by: By): Promise<void> {
      const application = await applications.find(scope, applicationId);
      if (application) await finish(scope, application, by);
    },
  };
}

/** The counted day on which a moved step begins. */
function targetOf(
  { index, to }: { readonly index: number; readonly to: MoveTo },
  calendar: Calendar,
  afterDays: readonly number[],
): number {
  return 'day' in to ? daysUntil(calendar, to.day) : (afterDays[index] ?? 0) + to.days;
}
