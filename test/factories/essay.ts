import type { ApiSession } from './browserless.ts';
import { type ApiStack, buildSettings, startApiStack } from './roundtable.ts';

/** A peer review at a place in the demo course, and who has opened it there. */
export interface EssayRoom {
  readonly stack: ApiStack;
  readonly linkId: string;
  readonly teacher: ApiSession;
  /** In the order of the roster. */
  readonly learners: [ApiSession, ...ApiSession[]];
}

/** A strict LMS with a peer review in its demo course. @param settings what differs from `buildSettings` @param count learners, one at least */
export async function openEssay(
  activityId: string,
  settings: Record<string, unknown> = {},
  count = 3,
): Promise<EssayRoom> {
  const stack = await startApiStack('strict');
  const { id: linkId } = stack.simulator.addResourceLink(stack.course, {
    title: 'Essay',
    custom: { activity: activityId },
    lineItem: { scoreMaximum: 20 },
  });
  const teacher = await stack.open(stack.person('instructor'), linkId);
  await teacher.ok('PUT', `/activities/${activityId}/peer-review`, {
    settings: buildSettings(settings),
    expectedRevision: 0,
  });
  const learners = await Promise.all(
    Array.from({ length: count }, (_, n) => stack.open(stack.person('learner', n), linkId)),
  );
  return { stack, linkId, teacher, learners: learners as EssayRoom['learners'] };
}
