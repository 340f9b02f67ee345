import { ApiSession } from '../factories/browserless.ts';
import type { Stack } from '../factories/stack.ts';

const LEARNERS = 28;

/** An instructor and learners of a course of their own. */
export async function membersOf({ simulator, toolUrl }: Stack, count = LEARNERS) {
  const course = simulator.addCourse({ title: 'Course' });
  const link = simulator.addResourceLink(course, { title: 'Plain' });
  const open = (role: 'instructor' | 'learner', givenName: string) => {
    const { id } = simulator.addPerson(course, { role, givenName, familyName: 'Person' });
    return ApiSession.open(toolUrl, simulator, { courseId: course.id, userId: id, request: link.id });
  };
  const learners: ApiSession[] = [];
  for (let index = 0; index < count; index += 1) learners.push(await open('learner', `Given${index}`));
  return { staff: await open('instructor', 'Tessa'), learners };
}
