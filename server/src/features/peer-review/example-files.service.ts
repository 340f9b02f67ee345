import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { ActivityService } from '../activity/index.ts';
import type { FileItemRules } from '../files/index.ts';
import { isReady } from './calibration.domain.ts';
import { filesOfWork } from './file-items.service.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { getOwnPeerReview } from './settings.service.ts';

/** Who may add and see the files of example works: the staff; learners those that they are to review, without names. */
export function createExampleFileRules(
  { calibrations }: Pick<PeerReviewStores, 'calibrations'>,
  activities: ActivityService,
): FileItemRules {
  return {
    async requireUpload(caller, activityId) {
      if (!caller.can('calibration.edit'))
        throw new AppError('FORBIDDEN', { permission: 'calibration.edit' });
      await activities.get(caller.scope, activityId);
    },
    // An example may be what somebody handed in another year.
    isAnonymous: () => Promise.resolve(true),
    async accessTo(caller, files) {
      const { scope, member } = caller;
      if (caller.can('calibration.edit')) return new Map(files.map(({ id }) => [id, 'whole']));
      if (!caller.can('review.write')) return new Map();
      const shown = new Set<string>();
      for (const activityId of new Set(files.map(({ item }) => item.id))) {
        const [{ settings }, examples] = await Promise.all([
          getOwnPeerReview(activities, scope, activityId, member.id),
          calibrations.listExamples(scope, activityId),
        ]);
        if (!settings.calibration) continue;
        const ready = examples.filter((example) => isReady(example, settings.criteria));
        for (const id of ready.flatMap(filesOfWork)) shown.add(id);
      }
      return new Map(files.flatMap(({ id }) => (shown.has(id) ? [[id, 'anonymous' as const]] : [])));
    },
    async filesInUse(scope: CourseScope, activityId: string) {
      const examples = await calibrations.listExamples(scope, activityId);
      return new Set(examples.flatMap(filesOfWork));
    },
  };
}
