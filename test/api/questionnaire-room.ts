import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, startApiStack } from '../factories/roundtable.ts';

/** A course with an instructor and some learners of its own, for questionnaires. */
export interface Room {
  readonly stack: ApiStack;
  readonly staff: ApiSession;
  readonly learners: readonly ApiSession[];
  readonly learner: (index: number) => ApiSession;
  /** The learners' names. */
  readonly names: readonly string[];
}

export async function openRoom(count: number): Promise<Room> {
  const stack = await startApiStack('strict');
  const linkId = stack.simulator.addResourceLink(stack.course, { title: 'Plain' }).id;
  const staff = await stack.open(stack.person('instructor'), linkId);
  const learners: ApiSession[] = [];
  const names: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const [givenName, familyName] = [`Given${index}`, `Family${index}`];
    const person = stack.simulator.addPerson(stack.course, { role: 'learner', givenName, familyName });
    names.push(`${givenName} ${familyName}`);
    learners.push(await stack.open(person, linkId));
  }
  const learner = (index: number): ApiSession => {
    const found = learners[index];
    if (!found) throw new Error(`no learner ${index}`);
    return found;
  };
  return { stack, staff, learners, learner, names };
}
