/** The types of activities, wired with what all of them need. */
import { createVeils } from './core/veil.ts';
import { createActivityService } from './features/activity/index.ts';
import { createDiscussions } from './features/discussion/index.ts';
import { createGroupWork } from './features/group-work/index.ts';
import { createMarking } from './features/marking/index.ts';
import { createPeerReview } from './features/peer-review/index.ts';

type PeerReviewPorts = Parameters<typeof createPeerReview>[0];
type DiscussionPorts = Parameters<typeof createDiscussions>[0];
type GroupWorkPorts = Parameters<typeof createGroupWork>[0];
type Ports = Omit<
  PeerReviewPorts & DiscussionPorts & GroupWorkPorts,
  'activities' | 'discussions' | 'veilOf'
> & {
  /** The installation's. */
  readonly secretKey: Buffer;
};

type MarkingPorts = Parameters<typeof createMarking>[0];

/** The marking of works, with those that types of activities keep themselves. */
export function createMarkingOfTypes(
  {
    peerReview,
    discussions,
    groupWork,
    findActivity,
  }: Pick<
    ReturnType<typeof createActivityTypes>,
    'peerReview' | 'discussions' | 'groupWork' | 'findActivity'
  >,
  ports: Omit<MarkingPorts, 'source' | 'further' | 'findActivity'>,
) {
  const source = peerReview.markingSource;
  const marking = createMarking({
    ...ports,
    source,
    further: { discussion: discussions.markedWorks, groupWork: groupWork.markedWorks },
    findActivity,
  });
  peerReview.useStaffGrades(marking.findQualities);
  discussions.useTwice(marking.findTwice);
  groupWork.useTwice(marking.findTwice);
  return marking;
}

/** @param store where activities of all types are kept */
export function createActivityTypes(store: Parameters<typeof createActivityService>[0], ports: Ports) {
  const seeing = (type: Parameters<typeof createActivityService>[2]) =>
    createActivityService(store, ports.clock, type);
  const veilOf = createVeils(ports.secretKey);
  const peerReview = createPeerReview({ ...ports, activities: seeing('peerReview') });
  const discussions = createDiscussions({
    ...ports,
    veilOf,
    activities: seeing('discussion'),
  });
  const groupWork = createGroupWork({
    ...ports,
    veilOf,
    activities: seeing('groupWork'),
    discussions: discussions.spaces,
  });
  const types = {
    peerReview: peerReview.activityType,
    discussion: discussions.activityType,
    groupWork: groupWork.activityType,
  };
  const furtherSources: Readonly<Record<string, typeof groupWork.gradeSource>> = {
    discussion: discussions.gradeSource,
    groupWork: groupWork.gradeSource,
  };
  const all = createActivityService(store, ports.clock);
  return {
    /** Of whatever type. */
    findActivity: all.find,
    /** What is graded in another way than a peer review: one query tells of which type it is. */
    findGradeSource: async (...of: Parameters<typeof all.find>) =>
      furtherSources[(await all.find(...of))?.type ?? ''] ?? null,
    peerReview,
    discussions,
    groupWork,
    types,
    /** What ends when, by type. */
    schedules: {
      peerReview: types.peerReview.scheduleOf,
      discussion: types.discussion.scheduleOf,
      groupWork: types.groupWork.scheduleOf,
    },
    /** How invented learners take part, by type. */
    rehearsed: {
      peerReview: peerReview.rehearsalSource,
      discussion: discussions.rehearsalSource,
      groupWork: groupWork.rehearsalSource,
    },
  };
}
