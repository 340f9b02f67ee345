import { RUBRICS_MAX } from '../../contracts/limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent, type EventType } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import {
  changesBetween,
  decideSaveRubric,
  type KeptRubric,
  type KeptRubricVersion,
  type SaveRubric,
} from './rubric-library.domain.ts';
import type { RubricLibraryStore } from './rubric-library.store.ts';
import { keptRubricVersionView, keptRubricView, type Names } from './rubric-library.views.ts';

export interface RubricLibraryPorts {
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

/** More than anybody saves of one rubric; the newest are shown. */
const VERSIONS_SHOWN = 100;

export type RubricLibraryService = ReturnType<typeof createRubricLibraryService>;

/** Rubrics that a course keeps to use again, in versions. */
export function createRubricLibraryService(
  store: RubricLibraryStore,
  { course, clock, eventsWritten }: RubricLibraryPorts,
) {
  const eventOf = (
    caller: Caller,
    type: EventType,
    id: string,
    at: Date,
    data: Record<string, unknown> = {},
  ) => courseEvent(type, { kind: 'rubric', id }, caller, at, data);

  async function namesOf(scope: CourseScope, ids: readonly string[]): Promise<Names> {
    const members = await course.findMembers(scope, [...new Set(ids)]);
    return new Map(members.map(({ id, name }) => [id, name]));
  }

  async function saveOnce(caller: Caller, id: string, command: SaveRubric): Promise<KeptRubric | null> {
    const { scope, member } = caller;
    const [kept, count] = await Promise.all([store.find(scope, id), store.count(scope)]);
    const [newest] = kept ? await store.findVersions(scope, id, [kept.version]) : [];
    const decision = decideSaveRubric(kept, newest ?? null, command, count >= RUBRICS_MAX);
    if (decision.type === 'refuse') throw new AppError(decision.reason, { max: RUBRICS_MAX });
    if (decision.type === 'repeated') return kept;
    const { name, criteria } = command;
    const { n } = decision;
    const at = clock.now();
    const version: KeptRubricVersion = { rubricId: id, n, name, criteria, at, by: member.id };
    const written = await store.insertVersion(scope, version);
    // A version without its head: its request crashed or is at this very point. Finish it, then decide again.
    const [other] = written ? [] : await store.findVersions(scope, id, [n]);
    // An id that another course has taken is nobody's here.
    if (!written && !other) throw new AppError('NOT_FOUND', { kind: 'rubric' });
    const made = other ?? version;
    const event = eventOf(caller, 'rubric.saved', id, made.at, { version: n });
    const head = {
      id,
      name: made.name,
      version: n,
      criteria: made.criteria.length,
      removed: false,
      savedAt: made.at,
      savedBy: made.by,
    };
    const done = n === 1 ? await store.insert(scope, head, event) : await store.advance(scope, made, event);
    return written && done ? head : null;
  }

  return {
    /** Two round trips. */
    async list({ scope }: Caller) {
      const rubrics = await store.list(scope, RUBRICS_MAX);
      const names = await namesOf(
        scope,
        rubrics.map(({ savedBy }) => savedBy),
      );
      return { items: rubrics.map((rubric) => keptRubricView(rubric, names)) };
    },

    /** @param wanted the newest when it is left out, or does not exist. @throws AppError NOT_FOUND */
    async get({ scope }: Caller, id: string, wanted: number | undefined) {
      const kept = await store.find(scope, id);
      if (!kept || kept.removed) throw new AppError('NOT_FOUND', { kind: 'rubric' });
      const n = Math.min(wanted ?? kept.version, kept.version);
      const [found, versions] = await Promise.all([
        store.findVersions(scope, id, [n - 1, n]),
        store.listVersions(scope, id, VERSIONS_SHOWN),
      ]);
      const version = found.find((one) => one.n === n);
      if (!version) throw new Error(`version ${n} of rubric ${id} is missing`);
      const before = found.find((one) => one.n === n - 1);
      const names = await namesOf(
        scope,
        versions.map(({ by }) => by),
      );
      const changes = before ? changesBetween(before.criteria, version.criteria) : [];
      return keptRubricVersionView(version, changes, versions, names);
    },

    /** The same call again changes nothing. @throws AppError STALE_REVISION, RUBRICS_TOO_MANY, NOT_FOUND */
    async save(caller: Caller, id: string, command: SaveRubric) {
      // Each further round means that another request got through in between.
      for (let round = 0; round < 3; round++) {
        const saved = await saveOnce(caller, id, command);
        if (!saved) continue;
        eventsWritten();
        return keptRubricView(saved, await namesOf(caller.scope, [saved.savedBy]));
      }
      throw new AppError('STALE_REVISION');
    },

    /** The same call again changes nothing. @throws AppError NOT_FOUND */
    async remove(caller: Caller, id: string, removed: boolean) {
      const { scope } = caller;
      if (!(await store.find(scope, id))) throw new AppError('NOT_FOUND', { kind: 'rubric' });
      const type = removed ? 'rubric.removed' : 'rubric.restored';
      await store.setRemoved(scope, id, removed, eventOf(caller, type, id, clock.now()));
      eventsWritten();
      return { removed };
    },
  };
}
