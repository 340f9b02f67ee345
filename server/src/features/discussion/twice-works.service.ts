import type { CourseScope } from '../../core/course-scope.ts';
import type { VeilOf } from '../../core/veil.ts';
import type { CourseService } from '../course/index.ts';
import type { TwiceWorks } from '../marking/index.ts';
import type { ContributionStore } from './contributions.store.ts';
import { MARK_EVENTS, toItem } from './marked-items.service.ts';
import type { ParticipantMarkStore } from './marks.store.ts';

interface Ports {
  readonly course: Pick<CourseService, 'listAllLearners'>;
  readonly contributions: Pick<ContributionStore, 'countWritten'>;
  readonly marks: Pick<
    ParticipantMarkStore,
    'listShares' | 'setTwice' | 'listUndecided' | 'listToSettle' | 'listActivitiesToSettle'
  >;
  readonly veilOf: VeilOf;
}

/** The members of a discussion as works that two people mark: those who have written something. */
export function createTwiceWorks({ course, contributions, marks, veilOf }: Ports): TwiceWorks {
  async function listWriters(scope: CourseScope, activityId: string) {
    const [learners, known] = await Promise.all([
      course.listAllLearners(scope),
      marks.listShares(scope, activityId),
    ]);
    const ids = learners.map(({ id }) => id);
    const written = await contributions.countWritten(scope, activityId, ids);
    const byId = new Map(known.map((one) => [one.memberId, one]));
    return ids
      .filter((id) => (written.get(id) ?? 0) > 0)
      .map((id) => {
        const { twice = false, isMarked = false, hasParts = false, toSettle = false } = byId.get(id) ?? {};
        return { id, twice, isMarked, hasParts, toSettle };
      });
  }

  return {
    async countTwice(scope, activityId) {
      const writers = await listWriters(scope, activityId);
      const count = (holds: (one: (typeof writers)[number]) => boolean): number =>
        writers.filter(holds).length;
      return {
        total: writers.length,
        twice: count(({ twice }) => twice),
        begun: count(({ twice, hasParts }) => twice && hasParts),
        toSettle: count(({ toSettle }) => toSettle),
      };
    },

    listChoosable: async (scope, activityId) =>
      (await listWriters(scope, activityId)).map(({ id, twice, isMarked, hasParts }) => ({
        id,
        twice,
        begun: isMarked || hasParts,
      })),

    setTwice: marks.setTwice,

    listUndecided: marks.listUndecided,

    /** By ids that name nobody: whoever settles it may want not to know. */
    listToSettle: async (scope, activityIds) =>
      (await marks.listToSettle(scope, activityIds)).map(({ activityId, member, since }) => {
        const hiddenId = veilOf(activityId).hide(member.memberId);
        return {
          item: toItem(hiddenId, scope, activityId, member),
          since,
          place: { participantId: hiddenId },
        };
      }),

    listActivitiesToSettle: marks.listActivitiesToSettle,

    isAboutMarks: (type) => MARK_EVENTS.has(type),
  };
}
