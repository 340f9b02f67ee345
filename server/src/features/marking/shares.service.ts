import type { MarkingSharesView } from '../../contracts/marking.ts';
import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { LeasesService } from './leases.service.ts';
import type { MarkingSource } from './marking.domain.ts';
import type { MarkingStore } from './marking.store.ts';
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
  store: MarkingStore,
  source: MarkingSource,
  leases: Pick<LeasesService, 'gather'>,
  course: Pick<CourseService, 'findMembers' | 'listStaff'>,
  bySection: SectionSharesService,
) {
  /** @throws AppError NOT_FOUND */
  async function shares(caller: Caller, activityId: string): Promise<MarkingSharesView> {
    const { scope } = caller;
    const [staff, counts, isBySection] = await Promise.all([
      course.listStaff(scope),
      store.countShares(scope, activityId),
      bySection.isBySection(scope, activityId),
      source.rubric(scope, activityId),
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
    shares,

    /** What dividing by section would do. @throws AppError NO_SECTION_ASSISTANTS, NOT_FOUND */
    preview: ({ scope }: Caller, activityId: string, seed: string) =>
      bySection.preview(scope, activityId, seed),

    /** Divides works; done again with the same seed it changes nothing. @throws AppError NOT_FOUND, NO_SECTION_ASSISTANTS */
    async divide(caller: Caller, activityId: string, division: Division): Promise<MarkingSharesView> {
      const { scope } = caller;
      await source.rubric(scope, activityId);
      if (division.kind === 'byHand') {
        const { memberId, workIds } = division;
        if (memberId !== null) await requireStaff(scope, [memberId]);
        await store.setShares(scope, activityId, new Map([[memberId, workIds]]), {
          unmarkedOnly: false,
          bySection: false,
        });
      } else if (division.kind === 'bySection') {
        await bySection.divide(scope, activityId, division.seed);
      } else {
        await requireStaff(scope, division.memberIds);
        await leases.gather(scope, activityId);
        const works = await store.listUnmarked(scope, activityId);
        const ids = works.map(({ id }) => id);
        await store.setShares(scope, activityId, divideEvenly(ids, division.memberIds, division.seed), {
          unmarkedOnly: true,
          bySection: false,
        });
        await bySection.end(scope, activityId);
      }
      return shares(caller, activityId);
    },
  };
}
