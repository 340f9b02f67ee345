import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { CourseService } from '../course/index.ts';
import { type Answered, itemsOf, type Questionnaire, roundNow } from './questionnaire.domain.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';
import type { OfVersion } from './version-results.domain.ts';

interface Ports {
  readonly store: QuestionnaireStore;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
}

/** Absent: the present version, and the round that has opened last. */
export interface Wanted {
  readonly version?: number | undefined;
  readonly round?: number | undefined;
}

export type VersionFinder = ReturnType<typeof createVersionFinder>;

/** Finds what results are made of. */
export function createVersionFinder({ store, course, clock }: Ports) {
  /** What a questionnaire that is known asks now. @param round undefined: the one that has opened last */
  function presentOf(questionnaire: Questionnaire, round: number | undefined): OfVersion {
    const { version, settings, pool } = questionnaire;
    const now = clock.now();
    const content = { items: settings.items, pool };
    const wanted = round ?? roundNow(questionnaire, now);
    return { questionnaire, version, round: wanted, items: itemsOf(content), content, now };
  }

  return {
    presentOf,

    /** @throws AppError NOT_FOUND also for a version that was never there. */
    async getVersion(scope: CourseScope, id: string, wanted: Wanted): Promise<OfVersion> {
      const [questionnaire, former] = await Promise.all([
        store.find(scope, id),
        wanted.version === undefined ? null : store.findVersion(scope, id, wanted.version),
      ]);
      if (!questionnaire) throw new AppError('NOT_FOUND', { kind: 'questionnaire' });
      const present = presentOf(questionnaire, wanted.round);
      const { version = present.version } = wanted;
      if (version === present.version) return present;
      if (!former) throw new AppError('NOT_FOUND', { kind: 'version' });
      return { ...present, version, items: itemsOf(former), content: former };
    },

    /** The names of those who have answered, and of those whom they were asked about. */
    async namesOf(scope: CourseScope, page: readonly Answered[]) {
      const ids = page.flatMap(({ memberId, groups = [] }) => [
        ...(memberId === null ? [] : [memberId]),
        ...groups.flatMap(({ memberIds }) => memberIds),
      ]);
      const members = ids.length === 0 ? [] : await course.findMembers(scope, [...new Set(ids)]);
      const names = new Map(members.map(({ id, name }) => [id, name]));
      return (memberId: string): string | null => names.get(memberId) ?? null;
    },
  };
}
