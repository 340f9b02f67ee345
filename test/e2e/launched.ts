import type { Frame, Page } from 'playwright-core';
import { newId } from '../../server/src/core/ids.ts';
import type { Course, Person } from '../lms-simulator/index.ts';
import { ApiSession } from '../factories/browserless.ts';
import { buildSettings } from '../factories/roundtable.ts';
import type { Stack } from '../factories/stack.ts';
import { until } from '../factories/until.ts';
import type { Tool } from './people.ts';

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

/** The first learners of the course, as they open a link. */
export function openLearners(stack: Stack, title: string, count = 3): Promise<ApiSession[]> {
  const course = demoCourse(stack);
  const link = stack.simulator.institution.linksOf(course).find((one) => one.title === title);
  if (!link) throw new Error(`no link ${title}`);
  const open = (index: number) =>
    ApiSession.open(stack.toolUrl, stack.simulator, {
      courseId: course.id,
      userId: personOf(stack, course, 'learner', index).id,
      request: link.id,
    });
  return Promise.all(Array.from({ length: count }, (_, index) => open(index)));
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
  await frame.evaluate('window.isOld = true; location.reload()');
  await until('the frame is a new page', async () =>
    frame.evaluate<boolean>('!window.isOld').catch(() => false),
  );
}

/** Where a learner writes the work, and what it says when the server has it. */
export const editor = (tool: Tool) => tool.getByRole('textbox', { name: 'Your work' });
export const saved = (tool: Tool) => tool.getByText(/^Saved \d/).first();

/** Types and waits until the server has it. */
export async function write(tool: Tool, text: string): Promise<void> {
  await editor(tool).fill(text);
  await tool.getByText('Saving…').or(tool.getByText('Not saved yet…')).first().waitFor();
  await saved(tool).waitFor();
}

/** On an activity's page, for staff: shows what is seldom done with it. */
export async function unfoldManagement(tool: Tool): Promise<void> {
  // Until it has gone, a dialog keeps the focus.
  await tool.getByRole('alertdialog').waitFor({ state: 'detached' });
  await tool.getByText('Manage this activity').press('Enter');
}
