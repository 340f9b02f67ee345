import type { SectionDivisionView } from '../../contracts/marking.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { CourseService, SectionPlan, SectionQueries } from '../course/index.ts';
import type { Arrived, DividedWorks, PlacedWork } from './divided-works.service.ts';
import { sectionDivisionView } from './marking.views.ts';
import {
  countDivision,
  divideBySection,
  type DividedWork,
  everybodyOf,
  type Sections,
  takerOf,
  takersOf,
} from './section-shares.domain.ts';
import type { DivisionStore } from './section-shares.store.ts';

interface Ports {
  readonly course: Pick<CourseService, 'listStaff' | 'findScope'>;
  readonly sections: Pick<SectionQueries, 'planFor' | 'isOfSections'>;
  readonly divisions: DivisionStore;
  readonly clock: Clock;
}

export type SectionSharesService = ReturnType<typeof createSectionSharesService>;

/** Works go to those who look after their authors' sections, and follow authors who move (activity.md item 6). */
export function createSectionSharesService({ course, sections, divisions, clock }: Ports) {
  /** Null where the course has no sections. Whoever is staff no more gets nothing. */
  async function read(scope: CourseScope, works: readonly DividedWork[]) {
    const memberIds = [...new Set(works.flatMap((work) => work.memberIds))];
    const [plan, staff] = await Promise.all([sections.planFor(scope, memberIds), course.listStaff(scope)]);
    return plan && { plan, staff, sections: sectionsIn(plan, new Set(staff.map(({ id }) => id))) };
  }

  /** @throws AppError NO_SECTION_ASSISTANTS */
  async function plan(scope: CourseScope, activityId: string, kind: DividedWorks, seed: string) {
    const works = await kind.listUnmarked(scope, activityId);
    const found = await read(scope, works);
    if (!found || everybodyOf(found.sections).length === 0) throw new AppError('NO_SECTION_ASSISTANTS');
    return { ...found, works, shares: divideBySection(works, found.sections, seed) };
  }

  /** Gives works to those who may have them, each where it is not with one of them already. */
  async function place(scope: CourseScope, kind: DividedWorks, works: readonly PlacedWork[]): Promise<void> {
    if (works.length === 0) return;
    const found = await read(scope, works);
    if (!found) return;
    for (const work of works) {
      const counts = await kind.countShares(scope, work.activityId);
      const loads = new Map(
        counts.flatMap(({ memberId, done, total }) => (memberId === null ? [] : [[memberId, total - done]])),
      );
      const to = takerOf(takersOf(found.sections, work.memberIds), work.share, loads);
      if (to !== null && to !== work.share) await kind.moveShare(scope, work, to, clock.now());
    }
  }

  return {
    isBySection: divisions.isBySection,

    /** What dividing would do. @throws AppError NO_SECTION_ASSISTANTS */
    async preview(
      scope: CourseScope,
      activityId: string,
      kind: DividedWorks,
      seed: string,
    ): Promise<SectionDivisionView> {
      const found = await plan(scope, activityId, kind, seed);
      const { ofSection, without } = countDivision(found.works, found.sections);
      const named = found.plan.sections.map(({ id, name }) => ({
        id,
        name,
        works: ofSection(id),
        assistantIds: found.sections.assistants.get(id) ?? [],
      }));
      return sectionDivisionView(named, without, found.shares, found.staff);
    },

    /** Divides all that is not marked; later works follow. @throws AppError NO_SECTION_ASSISTANTS */
    async divide(scope: CourseScope, activityId: string, kind: DividedWorks, seed: string): Promise<void> {
      const { shares } = await plan(scope, activityId, kind, seed);
      await kind.setShares(scope, activityId, shares, { of: 'all', bySection: true });
      await divisions.save(scope, activityId, true);
    },

    /** Works are divided otherwise from now on. */
    end: (scope: CourseScope, activityId: string) => divisions.save(scope, activityId, false),

    /** Works that have come in, where works are divided by section. */
    async takeIn(scope: CourseScope, kind: DividedWorks, { activityId, workIds }: Arrived): Promise<void> {
      if (!(await divisions.isBySection(scope, activityId))) return;
      await place(scope, kind, await kind.listUnplaced(scope, activityId, workIds, clock.now()));
    },

    /** Works that nobody has begun go where their authors go; the facts are read anew, so repeating changes nothing. */
    async followMoves(kinds: readonly DividedWorks[], events: readonly DomainEvent[]): Promise<void> {
      const moved = new Map<string, { courseId: string; setId: string; memberId: string }>();
      for (const { type, courseId, data } of events) {
        const { setId, memberId } = data;
        if (type !== 'membership.opened' && type !== 'membership.closed') continue;
        if (typeof setId !== 'string' || typeof memberId !== 'string') continue;
        moved.set(`${setId}/${memberId}`, { courseId, setId, memberId });
      }
      for (const { courseId, setId, memberId } of moved.values()) {
        const scope = await course.findScope(courseId);
        if (!scope || !(await sections.isOfSections(scope, setId))) continue;
        for (const kind of kinds)
          await place(scope, kind, await kind.listFollowing(scope, memberId, clock.now()));
      }
    },
  };
}

const sectionsIn = (plan: SectionPlan, staff: ReadonlySet<string>): Sections => ({
  assistants: new Map(
    plan.sections.map(({ id, assistantIds }) => [id, assistantIds.filter((one) => staff.has(one))]),
  ),
  sectionsOf: new Map([...plan.sectionsOf].map(([memberId, own]) => [memberId, own.map(({ id }) => id)])),
});
