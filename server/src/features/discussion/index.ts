import { createAccessService } from './access.service.ts';
import { createAnswersService } from './answers.service.ts';
import { createBulkWorks } from './bulk-works.service.ts';
import { createContributionStore } from './contributions.store.ts';
import { createAliasStore } from './aliases.store.ts';
import { createListDeadlines } from './deadlines.service.ts';
import { createFindDisputable } from './disputable.service.ts';
import { discussionRoutes } from './discussion.routes.ts';
import { facilitationRoutes } from './facilitation.routes.ts';
import { createFacilitationMatters } from './facilitation-matters.service.ts';
import { createFacilitationService, createNudgeNotices } from './facilitation.service.ts';
import { createFacilitationStore } from './facilitation.store.ts';
import { createLookAtDiscussions } from './look-at-discussions.service.ts';
import { createEffectsService } from './effects.service.ts';
import { createExcuseFollower } from './excuses.service.ts';
import { createEventFollower } from './follow-events.service.ts';
import { createGradeFollower, createGradeSource } from './grade-source.service.ts';
import { createFollowNotices } from './follow-notices.service.ts';
import { createFollowThreadsService } from './follow-threads.service.ts';
import { gradingRoutes } from './grading.routes.ts';
import { createHideNotices } from './hide-notices.service.ts';
import { createGradingService, type GradingPorts } from './grading.service.ts';
import { defineLiveTopics } from './live-topics.service.ts';
import { createMarksService, type MarksPorts } from './marks.service.ts';
import { createParticipantMarkStore } from './marks.store.ts';
import { milestoneRoutes } from './milestones.routes.ts';
import { createMilestonesService } from './milestones.service.ts';
import { moderationRoutes } from './moderation.routes.ts';
import { createModerationService } from './moderation.service.ts';
import { createModerationStore } from './moderation.store.ts';
import { createMentionNotices } from './mention-notices.service.ts';
import { createPostReportsService, createReportMatters } from './post-reports.service.ts';
import { createPostReportStore } from './post-reports.store.ts';
import { createPostNotices } from './notice-source.service.ts';
import { createPostPacer } from './pace-posts.service.ts';
import { createPaceStore } from './paces.store.ts';
import { createPeopleService, type PeoplePorts } from './people.service.ts';
import { createPostNotes } from './note-posts.service.ts';
import { createPostHistoryService } from './post-history.service.ts';
import { createPostDraftsService } from './post-drafts.service.ts';
import { createPostDraftStore } from './post-drafts.store.ts';
import { createPostStore } from './posts.store.ts';
import type { GroupsPort } from './groups-port.service.ts';
import { createReactService } from './react.service.ts';
import { createReactionStore } from './reactions.store.ts';
import { createReadChangesService } from './read-changes.service.ts';
import { createReadThreadsService } from './read-threads.service.ts';
import { createRehearsalSource } from './rehearse.service.ts';
import { createSearchService } from './search.service.ts';
import { createSearchStore } from './search.store.ts';
import { createPostSigner } from './sign-posts.service.ts';
import { createDiscussionType, createSetUpService } from './set-up.service.ts';
import { createSynthesisService } from './synthesis.service.ts';
import { createSynthesisStore } from './synthesis.store.ts';
import { createTalkAnalyticsService } from './talk-analytics.service.ts';
import { createTalkAnalyticsStore } from './talk-analytics.store.ts';
import { createListThreadAuthors } from './thread-filter.service.ts';
import { createThreadStore } from './threads.store.ts';
import { createWritePostsService } from './write-posts.service.ts';

interface Ports {
  readonly connection: Parameters<typeof createPostStore>[0];
  /** Sees discussions alone. */
  readonly activities: Parameters<typeof createSetUpService>[0];
  readonly course: Parameters<typeof createDiscussionType>[1] &
    MarksPorts['course'] &
    PeoplePorts['course'] & {
      readonly findScope: Parameters<typeof createEventFollower>[3];
      readonly names: Parameters<typeof createPostStore>[1];
    };
  readonly groups: GroupsPort;
  readonly sections: MarksPorts['sections'];
  /** In [0, 1). */
  readonly random?: () => number;
  readonly clock: Parameters<typeof createPostDraftsService>[3];
  /** The gradebook. */
  readonly grades: { readonly marked: Parameters<typeof createExcuseFollower>[3] } & GradingPorts['grades'] &
    Parameters<typeof createGradeFollower>[2];
  readonly live: Parameters<typeof defineLiveTopics>[0];
  readonly eventsWritten: () => void;
}

/** Discussions: its routes, and how they join in where activities of all types are. */
export function createDiscussions(ports: Ports) {
  const {
    connection,
    activities,
    course,
    groups,
    sections,
    grades,
    random = Math.random,
    clock,
    live,
    eventsWritten,
  } = ports;
  const posts = createPostStore(connection, course.names);
  const threads = createThreadStore(connection, course.names);
  const access = createAccessService(activities, posts, groups);
  defineLiveTopics(live, access, threads);
  const people = createPeopleService({ access, threads, course, groups });
  const drafts = createPostDraftsService(access, createPostDraftStore(connection), people, clock);
  const notes = createPostNotes(threads);
  const writing = createWritePostsService({
    access,
    threads,
    posts,
    groups,
    people,
    sign: createPostSigner(createAliasStore(connection), random),
    pace: createPostPacer(createPaceStore(connection), clock),
    drafts,
    notes,
    clock,
    eventsWritten,
  });
  const reading = createReadThreadsService(access, threads, posts, groups, clock);
  const contributions = createContributionStore(connection);
  const milestones = createMilestonesService(activities, contributions, clock);
  const marks = createParticipantMarkStore(connection);
  const grading = createGradingService({ activities, marks, grades, clock, eventsWritten });
  const analytics = createTalkAnalyticsService({
    activities,
    course,
    groups,
    milestones,
    store: createTalkAnalyticsStore(connection),
  });
  const marking = createMarksService({
    activities,
    course,
    sections,
    contributions,
    marks,
    milestones,
    clock,
    eventsWritten,
  });
  const facilitating = createFacilitationStore(connection);
  const lookAt = createLookAtDiscussions({ course, groups, store: facilitating });
  const facilitation = createFacilitationService({
    activities,
    course,
    lookAt,
    store: facilitating,
    clock,
    eventsWritten,
  });
  const moderation = createModerationService({
    access,
    threads,
    posts,
    store: createModerationStore(connection),
    notes,
    course,
    clock,
    eventsWritten,
  });
  const reportStore = createPostReportStore(connection);
  const reports = createPostReportsService(access, threads, posts, reportStore, clock, eventsWritten);
  const synthesis = createSynthesisService({
    access,
    threads,
    course,
    store: createSynthesisStore(connection, course.names),
    clock,
    eventsWritten,
  });
  const postNotices = createPostNotices(activities, posts, [
    createMentionNotices(people),
    createFollowNotices(threads, people),
  ]);
  const noteWritten = createEventFollower(writing, moderation, reports, course.findScope);
  const followExcuses = createExcuseFollower(activities, marks, course.findScope, grades.marked);
  const followGrades = createGradeFollower(activities, course.findScope, grades, clock);
  return {
    activityType: createDiscussionType(posts, course),
    matterSources: [
      createReportMatters(reportStore, activities),
      createFacilitationMatters(activities, lookAt, clock),
    ],
    gradeSource: createGradeSource({ activities, course, milestones, marks, grading }),
    /** Members, for what staff do to many at once. */
    bulkWorks: createBulkWorks({ activities, course, marks, eventsWritten }),
    /** What one learner can dispute. */
    findDisputable: createFindDisputable(grades),
    rehearsalSource: createRehearsalSource({ access, reading, writing, drafts, clock }),
    noticeSource: {
      ...createHideNotices({ activities, posts, people }, createNudgeNotices(activities, postNotices)),
      listDeadlines: createListDeadlines(activities),
    },
    /** Notes in threads what is written, and keeps released grades up with it. */
    async consumer(events: Parameters<typeof noteWritten>[0]): Promise<void> {
      await noteWritten(events);
      await followExcuses(events);
      await followGrades(events);
    },
    routes: [
      ...discussionRoutes({
        setUp: createSetUpService(activities, posts, eventsWritten),
        effects: createEffectsService({ activities, course, posts, grades, clock }),
        reading,
        authors: createListThreadAuthors(access, threads, course),
        history: createPostHistoryService(access, threads, posts),
        changes: createReadChangesService(access, threads, posts, clock),
        writing,
        drafts,
        people,
        following: createFollowThreadsService(access, threads, clock),
        reacting: createReactService(access, threads, posts, createReactionStore(connection), clock),
        search: createSearchService(access, createSearchStore(connection, course.names)),
        answers: createAnswersService(access, threads, clock, eventsWritten),
      }),
      ...moderationRoutes(moderation, reports),
      ...facilitationRoutes(facilitation, synthesis),
      ...milestoneRoutes(milestones),
      ...gradingRoutes(grading, marking, analytics),
    ],
  };
}
