import type { CourseScope } from '../../core/course-scope.ts';
import { copyIdOf, courseIdOf, resourceLinkIdOf } from '../../core/ids.ts';
import type { CopiedContext, VerifiedLaunch } from '../../platform/lti/ports.ts';
import { type Activity, type ActivityService, type By, movedByMs } from '../activity/index.ts';
import type { ResourceLink } from './course.domain.ts';
import type { CourseStore } from './course.store.ts';

/** The activity that a copied link stands for in the course it was copied from, and that course's own link to it. */
interface Origin {
  readonly scope: CourseScope;
  readonly activity: Activity;
  readonly link: ResourceLink | null;
  /** What the copies along a chain of copied courses have in common. */
  readonly root: string;
}

/** Courses that are looked into for one link. */
const ANCESTORS_MAX = 30;

export type CopyService = ReturnType<typeof createCopyService>;

/**
 * Copies the activities of a copied course, each at the first launch of its link. Courses are looked for within the
 * launch's own deployment alone, so that nothing of another tenant can be found.
 */
export function createCopyService(store: CourseStore, activities: ActivityService) {
  const scopeOf = ({ platformId, deploymentId }: CourseScope, contextId: string): CourseScope => ({
    courseId: courseIdOf(platformId, deploymentId, contextId),
    platformId,
    deploymentId,
  });

  /** The original in one course: the activity that the copied link names, or its copy there, or what its link points to. */
  async function findIn(
    scope: CourseScope,
    named: string | undefined,
    linkIds: readonly string[],
  ): Promise<Origin | null> {
    const [links, byName] = await Promise.all([
      store.findLinks(
        scope,
        linkIds.map((id) => resourceLinkIdOf(scope.courseId, id)),
      ),
      named ? findNamed(scope, named) : null,
    ]);
    const link = links.find(({ activityId }) => activityId !== null && (!byName || activityId === byName.id));
    const activity = byName ?? (link?.activityId ? await activities.find(scope, link.activityId) : null);
    if (!activity) return null;
    return {
      scope,
      activity,
      link: link ?? (await anyLinkTo(scope, activity)),
      root: byName && named ? named : activity.id,
    };
  }

  async function findNamed(scope: CourseScope, named: string): Promise<Activity | null> {
    // Custom parameters survive every copy, so the name is that of the first original.
    return (
      (await activities.find(scope, named)) ?? (await activities.find(scope, copyIdOf(scope.courseId, named)))
    );
  }

  const anyLinkTo = async (scope: CourseScope, { id }: Activity): Promise<ResourceLink | null> =>
    (await store.findLinksTo(scope, id))[0] ?? null;

  return {
    /** Keeps which courses a new one was made from: its links will name their activities. */
    async noteOrigins({ platformId, deploymentId, context, originContextIds }: CopiedContext): Promise<void> {
      const courseId = courseIdOf(platformId, deploymentId, context.id);
      const { id: contextId, title, label } = context;
      await store.saveOrigins(
        { id: courseId, platformId, deploymentId, contextId, title, label },
        originContextIds,
      );
    },

    /**
     * The activity of this course that a copied link leads to: made at the first launch, the same for all that come
     * later. @returns null when the link is no copy of one that leads anywhere.
     */
    async findOrMake(
      scope: CourseScope,
      { copiedFrom, custom, courseStartsAt, dates }: VerifiedLaunch,
      by: By,
    ): Promise<string | null> {
      const named = custom['activity'];
      if (named === undefined && copiedFrom.links.length === 0) return null;
      const course = await store.findLineage(scope);
      // A set keeps its order, and what is added while one goes through it is reached too.
      const contexts = new Set([...copiedFrom.contexts, ...(course?.copiedFrom ?? [])]);
      for (const contextId of contexts) {
        const originScope = scopeOf(scope, contextId);
        const [origin, originCourse] = await Promise.all([
          findIn(originScope, named, copiedFrom.links),
          store.findLineage(originScope),
        ]);
        if (!origin) {
          // A copy that nobody has opened: its own origin has what it stands for.
          if (contexts.size < ANCESTORS_MAX) originCourse?.copiedFrom.forEach((id) => contexts.add(id));
          continue;
        }
        const moved = movedByMs(origin.activity, {
          submissionUntil: {
            here: dates?.submissionUntil ?? null,
            there: origin.link?.dates?.submissionUntil ?? null,
          },
          courseStart: { here: courseStartsAt, there: originCourse?.startsAt ?? null },
        });
        const facts = { courseTitle: originCourse?.title ?? null, movedByMs: moved };
        const id = copyIdOf(scope.courseId, origin.root);
        return (await activities.copy(scope, id, origin.activity, facts, by)).id;
      }
      return null;
    },
  };
}
