import type { MarkingSharesView } from '../../contracts/marking.ts';
import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { DividedWorks } from './divided-works.service.ts';
import { sharesView } from './marking.views.ts';
import type { SectionSharesService } from './section-shares.service.ts';
import { divideEvenly } from './shares.domain.ts';

/** How works are to be divided. */
export type Division =
  | { readonly kind: 'evenly'; readonly memberIds: readonly string[]; readonly seed: string }
  | { readonly kind: 'bySection'; readonly seed: string }
  | { readonly kind: 'byHand'; readonly workIds: readonly string[]; readonly memberId: string | null };

export type SharesService = ReturnType<typeof createSharesService>;

/** Who is to mark what: each assistant's share, and how far it is. */
export function createSharesService(
  finder: {
    ofActivity(scope: CourseScope, activityId: string): Promise<{ readonly works: DividedWorks }>;
  },
  course: Pick<CourseService, 'findMembers' | 'listStaff'>,
  bySection: Pick<SectionSharesService, 'preview' | 'divide' | 'isBySection' | 'end'>,
) {
  /** @throws AppError NOT_FOUND, FORBIDDEN */
  const worksOf = async (scope: CourseScope, activityId: string): Promise<DividedWorks> =>
    (await finder.ofActivity(scope, activityId)).works;

  async function view(caller: Caller, activityId: string, works: DividedWorks): Promise<MarkingSharesView> {
    const { scope } = caller;
    const [staff, counts, isBySection] = await Promise.all([
      course.listStaff(scope),
      works.countShares(scope, activityId),
      bySection.isBySection(scope, activityId),
    ]);
    const known = new Set(staff.map(({ id }) => id));
    // Somebody who has a share and is staff no more.
    const former = counts.flatMap(({ memberId }) =>
      memberId !== null && !known.has(memberId) ? [memberId] : [],
    );
    const others = former.length > 0 ? await course.findMembers(scope, former) : [];
    const can = { divide: caller.can('marking.divide') };
    return sharesView([...staff, ...others], counts, isBySection, can);
  }

  async function requireStaff(scope: CourseScope, memberIds: readonly string[]): Promise<void> {
    const staff = new Set((await course.listStaff(scope)).map(({ id }) => id));
    if (memberIds.some((id) => !staff.has(id))) throw new AppError('NOT_FOUND', { kind: 'member' });
  }

  return {
    /** @throws AppError NOT_FOUND */
    shares: async (caller: Caller, activityId: string): Promise<MarkingSharesView> =>
      view(caller, activityId, await worksOf(caller.scope, activityId)),

    /** What dividing by section would do. @throws AppError NO_SECTION_ASSISTANTS, NOT_FOUND */
    preview: async ({ scope }: Caller, activityId: string, seed: string) =>
      bySection.preview(scope, activityId, await worksOf(scope, activityId), seed),

    /** Divides works; done again with the same seed it changes nothing. @throws AppError NOT_FOUND, NO_SECTION_ASSISTANTS */
    async divide(caller: Caller, activityId: string, division: Division): Promise<MarkingSharesView> {
      const { scope } = caller;
      const works = await worksOf(scope, activityId);
      if (division.kind === 'byHand') {
        const { memberId, workIds } = division;
        if (memberId !== null) await requireStaff(scope, [memberId]);
        await works.setShares(scope, activityId, new Map([[memberId, workIds]]), {
          of: 'some',
          bySection: false,
        });
      } else if (division.kind === 'bySection') {
        await bySection.divide(scope, activityId, works, division.seed);
      } else {
        await requireStaff(scope, division.memberIds);
        const ids = (await works.listUnmarked(scope, activityId)).map(({ id }) => id);
        const shares = divideEvenly(ids, division.memberIds, division.seed);
        await works.setShares(scope, activityId, shares, { of: 'all', bySection: false });
        await bySection.end(scope, activityId);
      }
      return view(caller, activityId, works);
    },
  };
}
