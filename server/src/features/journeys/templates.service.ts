import type { StepDate } from '../../contracts/templates.ts';
import { TEMPLATES_MAX } from '../../contracts/limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent, type EventType } from '../../core/events.ts';
import { isZone } from '../../core/zoned-time.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService, ActivitySettings, ActivityTypes } from '../activity/index.ts';
import { type Calendar, dayAt, everyDay, relativeMoment } from './dates.domain.ts';
import type { JourneyStores } from './journeys.store.ts';
import { templateView } from './journeys.views.ts';
import { absoluteSettings, firstDay, relativeSettings, type Template } from './template.domain.ts';

export interface TemplatePorts {
  readonly stores: JourneyStores;
  readonly activities: ActivityService;
  readonly types: ActivityTypes;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

/** What a new activity is made from. */
type Source = { readonly kind: 'template' | 'activity'; readonly id: string };

export type TemplatesService = ReturnType<typeof createTemplatesService>;

/** @throws AppError BAD_REQUEST */
export function requireZone(zone: string): void {
  if (!isZone(zone)) throw new AppError('BAD_REQUEST', { field: 'zone' });
}

/** Activities kept to be made again, and what is made from them (spec/activity.md, 9). */
export function createTemplatesService(ports: TemplatePorts) {
  const { activities, types, clock, eventsWritten } = ports;
  const { templates } = ports.stores;

  const eventOf = (caller: Caller, type: EventType, id: string, data: Record<string, unknown> = {}) =>
    courseEvent(type, { kind: 'template', id }, caller, clock.now(), data);

  /** @throws AppError NOT_FOUND */
  async function get(scope: CourseScope, id: string): Promise<Template> {
    const [template] = await templates.find(scope, [id]);
    if (!template) throw new AppError('NOT_FOUND', { kind: 'template' });
    return template;
  }

  /** What a template makes in a calendar, with the ends of its steps. @throws AppError BAD_REQUEST */
  function resolve(
    template: Pick<Template, 'type' | 'title' | 'points' | 'settings'>,
    calendar: Calendar,
    zone: string,
  ): { readonly made: ActivitySettings; readonly dates: StepDate[] } {
    const type = types[template.type];
    const { title, points } = template;
    const settings = absoluteSettings(template.settings, calendar, zone);
    const made = type.parseSettings({ title, points, settings });
    if (!made) throw new AppError('BAD_REQUEST', { field: 'settings' });
    const dates = type
      .stepsOf(made)
      .flatMap(({ key, endsAt }) => (endsAt ? [{ step: key, at: endsAt.toISOString() }] : []));
    return { made, dates };
  }

  /** A copy of an activity begins where its original was made, or with its first date. */
  function fromActivity(activity: Activity, zone: string) {
    const { type, title, points, settings, createdAt } = activity;
    const made = dayAt(createdAt, zone);
    const first = firstDay(settings, zone) ?? made;
    const startsOn = first < made ? first : made;
    return { type, title, points, settings: relativeSettings(settings, startsOn, zone) };
  }

  async function sourceOf(scope: CourseScope, { kind, id }: Source, zone: string) {
    requireZone(zone);
    return kind === 'template' ? get(scope, id) : fromActivity(await activities.get(scope, id), zone);
  }

  return {
    resolve,

    async list({ scope, can }: Caller) {
      const items = await templates.list(scope, TEMPLATES_MAX);
      return { items: items.map(templateView), can: { edit: can('activity.edit') } };
    },

    /** @throws AppError TEMPLATE_STARTS_LATE, TEMPLATES_TOO_MANY, ACTIVITY_ID_TAKEN, BAD_REQUEST, NOT_FOUND */
    async save(
      caller: Caller,
      id: string,
      wanted: {
        readonly activityId: string;
        readonly name: string;
        readonly description: string;
        readonly startsOn: string;
        readonly zone: string;
      },
    ) {
      const { scope } = caller;
      const { name, description, startsOn, zone } = wanted;
      requireZone(zone);
      const [activity, count, [known]] = await Promise.all([
        activities.get(scope, wanted.activityId),
        templates.count(scope),
        templates.find(scope, [id]),
      ]);
      // The same request once more.
      if (known) return templateView(known);
      if (count >= TEMPLATES_MAX) throw new AppError('TEMPLATES_TOO_MANY', { max: TEMPLATES_MAX });
      const first = firstDay(activity.settings, zone);
      if (first !== null && first < startsOn) throw new AppError('TEMPLATE_STARTS_LATE');
      const { type, title, points, settings } = activity;
      const template: Template = {
        id,
        name,
        description,
        type,
        title,
        points,
        settings: relativeSettings(settings, startsOn, zone),
        dates: types[type]
          .stepsOf({ title, points, settings })
          .flatMap(({ key, endsAt }) =>
            endsAt ? [{ step: key, ...relativeMoment(endsAt, startsOn, zone) }] : [],
          ),
        revision: 1,
        removed: false,
      };
      const event = eventOf(caller, 'template.saved', id, { activityId: activity.id });
      if (!(await templates.insert(scope, template, event))) throw new AppError('ACTIVITY_ID_TAKEN');
      eventsWritten();
      return templateView(template);
    },

    /** @throws AppError STALE_REVISION, NOT_FOUND */
    async rename(caller: Caller, id: string, name: string, description: string, expectedRevision: number) {
      const template = await get(caller.scope, id);
      if (template.name === name && template.description === description) return templateView(template);
      const changed = await templates.change(
        caller.scope,
        id,
        { revision: expectedRevision, removed: false },
        { name, description },
        eventOf(caller, 'template.renamed', id),
      );
      if (!changed) throw new AppError('STALE_REVISION');
      eventsWritten();
      return templateView(changed);
    },

    /** Deletes it, or brings it back; repeating it changes nothing. @throws AppError NOT_FOUND */
    async remove(caller: Caller, id: string, removed: boolean) {
      const type = removed ? 'template.removed' : 'template.restored';
      const changed = await templates.change(
        caller.scope,
        id,
        { removed: !removed },
        { removed },
        eventOf(caller, type, id),
      );
      if (changed) eventsWritten();
      return templateView(changed ?? (await get(caller.scope, id)));
    },

    /** @throws AppError BAD_REQUEST, NOT_FOUND */
    async preview({ scope }: Caller, source: Source, startsOn: string, zone: string) {
      const template = await sourceOf(scope, source, zone);
      const { dates } = resolve(template, everyDay(startsOn), zone);
      return { title: template.title, dates };
    },

    /** Makes a draft; repeating it makes nothing twice. @throws AppError BAD_REQUEST, ACTIVITY_ID_TAKEN, NOT_FOUND */
    async make(
      caller: Caller,
      activityId: string,
      wanted: {
        readonly source: Source;
        readonly title: string;
        readonly startsOn: string;
        readonly zone: string;
      },
    ): Promise<{ activityId: string }> {
      const { scope, actor, requestId } = caller;
      const { title, startsOn, zone } = wanted;
      const template = await sourceOf(scope, wanted.source, zone);
      const { made } = resolve({ ...template, title }, everyDay(startsOn), zone);
      await activities.create(scope, activityId, made, 'draft', { actor, requestId }, template.type);
      eventsWritten();
      return { activityId };
    },
  };
}
