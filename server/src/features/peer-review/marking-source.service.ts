import { columnIdOf, MAIN_COLUMN } from '../../core/ids.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CriteriaSource, MarkingSource } from '../marking/index.ts';
import type { PeerReviewStores } from './peer-review.store.ts';
import { authorsOf } from './peer-review.domain.ts';
import { getPeerReview, settingsOf } from './settings.service.ts';

/** What staff mark in a peer review: the works, by the rubric of the reviews, into the main column. */
export const createMarkingSource = (
  { submissions }: PeerReviewStores,
  activities: ActivityService,
): MarkingSource & CriteriaSource => ({
  criteriaOf: (activity) => settingsOf(activity).criteria,

  async rubric(scope, activityId) {
    const { settings } = await getPeerReview(activities, scope, activityId);
    const { title, criteria, points: maximum, rules } = settings;
    const { decimals, rounding } = rules;
    const column = { id: columnIdOf(activityId, MAIN_COLUMN), maximum, decimals, rounding };
    return { title, criteria, column, byGroups: settings.authors.kind === 'groups' };
  },

  async listWorks(scope, activityId) {
    const works = await submissions.listAll(scope, activityId);
    return works.map(({ id, authorId: memberId }) => ({ id, memberId }));
  },

  async readWork(scope, activityId, memberId) {
    const submission = await submissions.findByAuthor(scope, activityId, memberId);
    const version = submission && (await submissions.findVersion(scope, submission.id, submission.version));
    return (
      version && {
        version: version.version,
        text: version.text,
        files: version.files,
        links: version.links ?? [],
        submittedAt: version.at,
      }
    );
  },

  /** Of a group's work, everybody who shares it. */
  async sharersOf(scope, activityId, memberId) {
    const work = await submissions.findByAuthor(scope, activityId, memberId);
    return work ? authorsOf(work) : [memberId];
  },

  async groupsOf(scope, activityId, memberIds) {
    const works = await submissions.findByAuthors(scope, activityId, memberIds);
    return new Map(works.flatMap(({ authorId, group }) => (group ? [[authorId, group] as const] : [])));
  },

  workLookup: submissions.newestLookup,
});
