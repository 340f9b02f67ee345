import type { Frame, Page } from 'playwright-core';
import { newId } from '../../server/src/core/ids.ts';
import type { Course, Person } from '../lms-simulator/index.ts';
import { ApiSession } from '../factories/browserless.ts';
import { buildSettings } from '../factories/roundtable.ts';
import type { Stack } from './stack.ts';

/** The demo course. */
export function demoCourse({ simulator }: Stack): Course {
  const [course] = simulator.courses;
  if (!course) throw new Error('the demo course is missing');
  return course;
}

export function personOf(
  { simulator }: Stack,
  course: Course,
  role: 'instructor' | 'learner',
  index = 0,
): Person {
  const person = simulator.peopleWith(course, role)[index];
  if (!person) throw new Error(`no ${role} ${index}`);
  return person;
}

export interface Prepared {
  readonly title: string;
  readonly activityId: string;
  readonly teacher: ApiSession;
}

/** A peer review in a course, at a link that names it. */
export async function addPeerReview(
  stack: Stack,
  title: string,
  {
    course = demoCourse(stack),
    settings = {},
    submissionUntil,
  }: {
    course?: Course;
    settings?: Record<string, unknown>;
    submissionUntil?: string;
  } = {},
): Promise<Prepared> {
  const activityId = newId();
  stack.simulator.addResourceLink(course, {
    title,
    custom: { activity: activityId },
    lineItem: { scoreMaximum: 20, label: title },
    ...(submissionUntil !== undefined && { submission: { endDateTime: submissionUntil } }),
  });
  const teacher = await ApiSession.open(stack.toolUrl, stack.simulator, {
    courseId: course.id,
    userId: personOf(stack, course, 'instructor').id,
    request: { deepLinking: true },
  });
  await teacher.ok('PUT', `/activities/${activityId}/peer-review`, {
    settings: buildSettings({ title, ...settings }),
    expectedRevision: 0,
  });
  return { title, activityId, teacher };
}

/** The tool's own frame in a page of the LMS. */
export function frameOf({ toolUrl }: Stack, page: Page): Frame {
  const frame = page.frames().find((candidate) => candidate.url().startsWith(toolUrl));
  if (!frame) throw new Error('the tool’s frame is missing');
  return frame;
}

/** What a person does with "Reload frame". */
export async function reloadFrame(stack: Stack, page: Page): Promise<void> {
  const frame = frameOf(stack, page);
  await Promise.all([frame.waitForNavigation(), frame.evaluate('location.reload()')]);
}
