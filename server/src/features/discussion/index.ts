import { createAccessService } from './access.service.ts';
import { createAnswersService } from './answers.service.ts';
import { createBulkWorks } from './bulk-works.service.ts';
import { createContributionStore } from './contributions.store.ts';
import { createDividedWorks } from './divided-works.service.ts';
import { createAliasStore } from './aliases.store.ts';
import { createListDeadlines } from './deadlines.service.ts';
import { createFindThread } from './find-thread.service.ts';
import { discussionRoutes } from './discussion.routes.ts';
import { facilitationRoutes } from './facilitation.routes.ts';
import { createFacilitationMatters } from './facilitation-matters.service.ts';
import { createFacilitationService, createNudgeNotices } from './facilitation.service.ts';
import { createFacilitationStore } from './facilitation.store.ts';
import { createLookAtDiscussions } from './look-at-discussions.service.ts';
import { settingsOf } from './discussion-of.service.ts';
import { createEffectsService } from './effects.service.ts';
import { createExcuseFollower } from './excuses.service.ts';
import { createEventFollower } from './follow-events.service.ts';
import { createGradeFollower, createGradeSource } from './grade-source.service.ts';
import { createFollowNotices } from './follow-notices.service.ts';
import { createFollowThreadsService } from './follow-threads.service.ts';
import { gradingRoutes } from './grading.routes.ts';
import { createHeldMatters, createHeldPostsService } from './held-posts.service.ts';
import { createHeldPostStore } from './held-posts.store.ts';
import { createHideNotices } from './hide-notices.service.ts';
import { createGradingService, type GradingPorts } from './grading.service.ts';
import { defineLiveTopics } from './live-topics.service.ts';
import { createVersionWriter } from './marked-items.service.ts';
import { createMarksService, type MarksPorts } from './marks.service.ts';
import { createParticipantMarkStore } from './marks.store.ts';
import { milestoneRoutes } from './milestones.routes.ts';
import { createMilestonesService } from './milestones.service.ts';
import { moderationRoutes } from './moderation.routes.ts';
import { createModerating } from './moderating.service.ts';
import { createMoveRequest, defineMoveJob } from './moves.jobs.ts';
import { createMoveNotices } from './move-notices.service.ts';
import { createMentionNotices } from './mention-notices.service.ts';
import { createPostReportsService, createReportMatters } from './post-reports.service.ts';
import { createPostReportStore } from './post-reports.store.ts';
import { createKeepPromptFiles, createPromptFileRules } from './prompt-files.service.ts';
import { createPostNotices } from './notice-source.service.ts';
import { createPostPacer } from './pace-posts.service.ts';
import { createPaceStore } from './paces.store.ts';
import { createPeopleService, type PeoplePorts } from './people.service.ts';
import { createPostNotes } from './note-posts.service.ts';
import { createPostHistoryService } from './post-history.service.ts';
import { createPostDraftsService } from './post-drafts.service.ts';
import { createPostDraftStore } from './post-drafts.store.ts';
import { createPostStore } from './posts.store.ts';
import { createFindPostFault } from './post-faults.service.ts';
import { POST_FILES, PROMPT_FILES } from './post-files.domain.ts';
import { createOwnFiles, createPostFileRules } from './post-files.service.ts';
import { createPostFileStore } from './post-files.store.ts';
import type { GroupsPort } from './groups-port.service.ts';
import { createReactService } from './react.service.ts';
import { createReactionStore } from './reactions.store.ts';
import { createReadChangesService } from './read-changes.service.ts';
import { createReadThreadsService } from './read-threads.service.ts';
import { createRehearsalSource } from './rehearse.service.ts';
import { createSearchService } from './search.service.ts';
import { createSearchStore } from './search.store.ts';
import { createPostSigner } from './sign-posts.service.ts';
import { createSpacesFinder } from './find-spaces.service.ts';
import { createDiscussionType, createSetUpService } from './set-up.service.ts';
import { createSynthesisService } from './synthesis.service.ts';
import { createSynthesisStore } from './synthesis.store.ts';
import { createTalkAnalyticsService } from './talk-analytics.service.ts';
import { createTalkAnalyticsStore } from './talk-analytics.store.ts';
import { createListThreadAuthors } from './thread-filter.service.ts';
import { createThreadStore } from './threads.store.ts';
import { createTwiceWorks } from './twice-works.service.ts';
import { createWriteMarksService, type WriteMarksPorts } from './write-marks.service.ts';
import { createWritePostsService } from './write-posts.service.ts';

interface Ports {
  readonly connection: Parameters<typeof createPostStore>[0];
  /** Sees discussions alone. */
  readonly activities: Parameters<typeof createSetUpService>[0];
  readonly course: Parameters<typeof createDiscussionType>[1] &
    MarksPorts['course'] &
    PeoplePorts['course'] & {
      readonly findScope: Parameters<typeof createEventFollower>[2];
      readonly names: Parameters<typeof createPostStore>[1];
    };
  readonly groups: GroupsPort;
  readonly sections: MarksPorts['sections'];
  /** In [0, 1). */
  readonly random?: () => number;
  readonly clock: Parameters<typeof createPostDraftsService>[4];
  /** The gradebook. */
  readonly grades: { readonly marked: Parameters<typeof createExcuseFollower>[3] } & GradingPorts['grades'] &
    Parameters<typeof createGradeFollower>[3];
  readonly jobs: Parameters<typeof createMoveRequest>[0] & Parameters<typeof defineMoveJob>[0];
  readonly files: Parameters<typeof createOwnFiles>[0] & Parameters<typeof createFindPostFault>[1];
  readonly live: Parameters<typeof defineLiveTopics>[0];
  readonly veilOf: MarksPorts['veilOf'];
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
    files,
    jobs,
    live,
    veilOf,
    eventsWritten,
  } = ports;
  const posts = createPostStore(connection, course.names);
  const threads = createThreadStore(connection, course.names);
  const access = createAccessService(activities, posts, groups);
  defineLiveTopics(live, access, threads);
  const following = createFollowThreadsService(access, threads, clock);
  const people = createPeopleService({ access, threads, course, groups });
  const ownFiles = createOwnFiles(files);
  const draftStore = createPostDraftStore(connection);
  const drafts = createPostDraftsService(access, draftStore, people, ownFiles, clock);
  const notes = createPostNotes(threads);
  const writing = createWritePostsService({
    access,
    threads,
    posts,
    groups,
    findFault: createFindPostFault(people, files),
    sign: createPostSigner(createAliasStore(connection), random),
    pace: createPostPacer(createPaceStore(connection), clock),
    drafts,
    notes,
    clock,
    eventsWritten,
  });
  const findThread = createFindThread(threads, posts);
  const heldStore = createHeldPostStore(connection, course.names);
  const reading = createReadThreadsService(access, threads, posts, groups, findThread, heldStore, clock);
  const contributions = createContributionStore(connection);
  const milestones = createMilestonesService(activities, contributions, clock);
  const marks = createParticipantMarkStore(connection);
  const writeVersion = createVersionWriter(marks, eventsWritten);
  let findTwice: WriteMarksPorts['findTwice'] = () => {
    throw new Error('nothing has registered how two people mark');
  };
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
    veilOf,
    clock,
  });
  const writeMarks = createWriteMarksService({
    activities,
    course,
    contributions,
    marks,
    veilOf,
    write: writeVersion,
    findTwice: (...of) => findTwice(...of),
    clock,
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
  const { moderation, moves, holds, carry, moveStore } = createModerating({
    connection,
    activities,
    request: createMoveRequest(jobs),
    access,
    threads,
    posts,
    notes,
    course,
    clock,
    eventsWritten,
  });
  defineMoveJob(jobs, carry);
  const reportStore = createPostReportStore(connection);
  const reports = createPostReportsService(
    access,
    threads,
    posts,
    reportStore,
    clock,
    eventsWritten,
    activities,
    course,
  );
  const held = createHeldPostsService({ access, course, heldStore, moderation });
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
    createFollowNotices(threads, people, posts),
  ]);
  const noteWritten = createEventFollower(
    { writing, moderation, reports, moves: carry },
    async (scope, id) => settingsOf(await activities.get(scope, id)).depth,
    course.findScope,
  );
  const followExcuses = createExcuseFollower(activities, marks, course.findScope, grades.marked);
  const followGrades = createGradeFollower(activities, course.findScope, posts, grades, clock);
  return {
    activityType: createDiscussionType(posts, course),
    spaces: createSpacesFinder(activities),
    matterSources: [
      createReportMatters(reportStore, activities),
      createHeldMatters(heldStore, activities),
      createFacilitationMatters(activities, lookAt, clock),
    ],
    fileRules: {
      [PROMPT_FILES]: createPromptFileRules(activities),
      [POST_FILES]: createPostFileRules({
        access,
        activities,
        store: createPostFileStore(connection),
        drafts: draftStore,
        clock,
      }),
    },
    gradeSource: createGradeSource({ activities, course, milestones, marks, grading }),
    /** Members, for what staff do to many at once, how they divide them, and which two people mark. */
    markedWorks: {
      ...createBulkWorks({ course, marks, veilOf, write: writeVersion }),
      ...createDividedWorks({ course, contributions, marks, veilOf }),
      ...createTwiceWorks({ course, contributions, marks, veilOf }),
    },
    /** Registers how members are marked by two people; before the first request. */
    useTwice: (find: WriteMarksPorts['findTwice']) => {
      findTwice = find;
    },
    rehearsalSource: createRehearsalSource({ access, reading, writing, drafts, clock }),
    noticeSource: {
      ...createMoveNotices(
        { activities, posts, people, store: moveStore },
        createHideNotices({ activities, posts, people }, createNudgeNotices(activities, postNotices)),
      ),
      newsOf: following.newsOf,
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
        setUp: createSetUpService(activities, posts, createKeepPromptFiles(files), eventsWritten),
        effects: createEffectsService({ activities, course, posts, threads, held: heldStore, grades, clock }),
        reading,
        authors: createListThreadAuthors(access, threads, course),
        history: createPostHistoryService(access, threads, posts),
        changes: createReadChangesService(access, findThread, posts, clock),
        writing,
        drafts,
        people,
        ownFiles,
        following,
        reacting: createReactService(access, threads, posts, createReactionStore(connection), clock),
        search: createSearchService(access, createSearchStore(connection, course.names)),
        answers: createAnswersService(access, threads, clock, eventsWritten),
      }),
      ...moderationRoutes(moderation, moves, reports, held, holds),
      ...facilitationRoutes(facilitation, synthesis),
      ...milestoneRoutes(milestones),
      ...gradingRoutes(grading, marking, writeMarks, analytics),
    ],
  };
}
