/** A course whose groups hand in, and what its people do there. */
import type * as contract from '../../server/src/contracts/peer-review.ts';
import type { OwnAuthorsView } from '../../server/src/contracts/peer-review-groups.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { z } from 'zod';
import { buildSettings } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';
import type { GroupSet, Room } from './questionnaire-room.ts';

type Mine = z.output<typeof contract.LearnerActivityView>;
type Own = z.output<typeof contract.OwnSubmissionView>;
type Overview = z.output<typeof contract.StaffOverviewView>;

export const at = (id: string, path: string) => `/activities/${id}/${path}`;

/** @param room, set as they are when something is done: suites open them before their tests */
export function createGroupRoom(room: () => Room, set: () => GroupSet) {
  async function open(overrides: Record<string, unknown> = {}): Promise<string> {
    const id = newId();
    const link = room().stack.simulator.addResourceLink(room().stack.course, {
      title: `Product ${id}`,
      custom: { activity: id },
      lineItem: { scoreMaximum: 20 },
    });
    await room().staff.ok('PUT', `/activities/${id}/peer-review`, {
      settings: buildSettings({
        title: `Product ${id}`,
        authors: { kind: 'groups', setId: set().id },
        ...overrides,
      }),
      expectedRevision: 0,
    });
    // The launch brings the column.
    await room().stack.open(room().stack.person('instructor'), link.id);
    return id;
  }

  const mine = (index: number, id: string) => room().learner(index).ok<Mine>('GET', at(id, 'mine'));
  const own = (index: number, id: string) => room().learner(index).ok<Own>('GET', at(id, 'submission'));
  const authors = (index: number, id: string) =>
    room().learner(index).ok<OwnAuthorsView>('GET', at(id, 'authors/mine'));
  const save = (index: number, id: string, text: string, expectedRevision: number, files: string[] = []) =>
    room().learner(index).call('PUT', at(id, 'submission/draft'), { text, files, expectedRevision });
  const handIn = (
    index: number,
    id: string,
    text: string,
    seen: { version?: number; revision?: number } = {},
  ) =>
    room()
      .learner(index)
      .call('POST', at(id, 'submission'), {
        text,
        expectedVersion: seen.version ?? 0,
        expectedRevision: seen.revision ?? 0,
      });
  const overview = (id: string) => room().staff.ok<Overview>('GET', at(id, 'overview'));
  const rowOf = async (id: string, index: number) =>
    (await overview(id)).rows.find(({ memberId }) => memberId === room().learner(index).memberId);

  async function begin(id: string): Promise<void> {
    await room().staff.ok('POST', at(id, 'allocation'));
    await until('reviews have begun', async () => (await overview(id)).phase === 'review');
  }

  async function reviewAll(id: string, points: (index: number) => number): Promise<void> {
    for (const index of room().learners.keys()) {
      for (const { reviewId } of (await mine(index, id)).reviewTasks) {
        await room()
          .learner(index)
          .ok('PUT', at(id, `reviews/${reviewId}`), {
            ratings: [{ criterionId: 'content', points: points(index) }],
            comment: 'Clear.',
            expectedRevision: 0,
          });
      }
    }
  }

  /** What the LMS's gradebook has for a learner. */
  function scoreIn(id: string, index: number): number | null {
    const { institution, people } = room().stack.simulator;
    const column = institution
      .lineItemsOf(room().stack.course)
      .find(({ label }) => label === `Product ${id}`);
    const person = people.find(({ name }) => name === room().names[index]);
    return (column && person && institution.cell(column.id, person.id)?.score) ?? null;
  }

  return { open, mine, own, authors, save, handIn, overview, rowOf, begin, reviewAll, scoreIn };
}
