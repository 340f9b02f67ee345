/** The LMS's grading view: staff see one learner's work, everybody else the own page, and no other course anything. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gradingViewUrl } from '../../server/src/contracts/paths.ts';
import { richTextOf } from '../../server/src/contracts/plain-text.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { Course, LineItem, Person, ProfileName, ResourceLink } from '../lms-simulator/index.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, buildSettings, startApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';

interface Prepared {
  readonly stack: ApiStack;
  readonly link: ResourceLink;
  readonly item: LineItem;
  readonly activityId: string;
  readonly learners: ApiSession[];
  /** The learners' ids here. */
  readonly ids: string[];
}

const prepared = {} as Record<ProfileName, Prepared>;
const stacks: ApiStack[] = [];
beforeAll(async () => {
  for (const profile of ['strict', 'canvas'] as const) prepared[profile] = await prepare(profile);
}, 60_000);
afterAll(async () => {
  for (const stack of stacks) await stack.close();
});

/** Three learners have handed in, the first of them twice, reviewed each other and been graded. */
async function prepare(profile: ProfileName): Promise<Prepared> {
  const stack = await startApiStack(profile);
  stacks.push(stack);
  const activityId = newId();
  const custom = { activity: activityId };
  const link = stack.simulator.addResourceLink(stack.course, {
    title: 'Essay',
    custom,
    lineItem: { scoreMaximum: 20 },
  });
  const [item] = stack.simulator.institution.lineItemsOf(stack.course);
  if (!item) throw new Error('no column');
  const teacher = await stack.open(stack.person('instructor'), link.id);
  await teacher.ok('PUT', `/activities/${activityId}/peer-review`, {
    settings: buildSettings(),
    expectedRevision: 0,
  });
  const learners = await Promise.all([0, 1, 2].map((n) => stack.open(stack.person('learner', n), link.id)));
  for (const [n, learner] of learners.entries()) {
    for (let version = 0; version < (n === 0 ? 2 : 1); version++) {
      const work = {
        text: `Work ${n}, version ${version + 1}`,
        expectedVersion: version,
        expectedRevision: version,
      };
      await learner.ok('POST', `/activities/${activityId}/submission`, work);
    }
  }
  await teacher.ok('POST', `/activities/${activityId}/allocation`);
  const phase = async () => (await teacher.ok('GET', `/activities/${activityId}/overview`))['phase'];
  await until('reviews have begun', async () => (await phase()) === 'review', 15);
  for (const learner of learners) {
    const mine = await learner.ok<{ reviewTasks: { reviewId: string }[] }>(
      'GET',
      `/activities/${activityId}/mine`,
    );
    for (const { reviewId } of mine.reviewTasks) {
      const said = {
        ratings: [{ criterionId: 'content', points: 7 }],
        comment: 'Clear.',
        expectedRevision: 0,
      };
      await learner.ok('PUT', `/activities/${activityId}/reviews/${reviewId}`, said);
    }
  }
  await teacher.ok('POST', `/activities/${activityId}/release`);
  const ids = learners.map(({ memberId }) => memberId);
  const reviewsOf = (id: string) => teacher.ok('GET', `/activities/${activityId}/learners/${id}/reviews`);
  await until('there is a grade', async () => (await reviewsOf(ids[0] ?? ''))['grade'] !== null, 15);
  return { stack, link, item, activityId, learners, ids };
}

/** Launches the address by which an attempt is known, as Canvas's grading view does: an ordinary launch of that target. */
function launchView(
  { stack, link, activityId }: Prepared,
  person: Person,
  memberId: string,
  version: number,
  {
    course = stack.course,
    linkId = link.id,
    id = activityId,
  }: { course?: Course; linkId?: string; id?: string } = {},
): Promise<ApiSession> {
  const targetLinkUri = stack.toolUrl + gradingViewUrl(id, memberId, version);
  return stack.open(person, linkId, course, { options: { targetLinkUri } });
}

describe('an address that names a learner and an attempt', () => {
  test('opens that work at that version for staff', async () => {
    const here = prepared.canvas;
    const [learner = ''] = here.ids;
    const teacher = await launchView(here, here.stack.person('instructor'), learner, 1);
    expect(teacher.view.landing).toEqual({
      kind: 'work',
      activityId: here.activityId,
      memberId: learner,
      version: 1,
    });
    const path = `/activities/${here.activityId}/learners/${learner}`;
    expect(await teacher.ok('GET', `${path}/work?version=1`)).toMatchObject({
      learner: { id: learner, name: 'Ada Ström' },
      versions: 2,
      shown: { version: 1, text: richTextOf('Work 0, version 1') },
    });
    expect(await teacher.ok('GET', `${path}/work`)).toMatchObject({ shown: { version: 2 } });
    expect(await teacher.ok('GET', `${path}/work?version=9`)).toMatchObject({ shown: { version: 2 } });
    const judged = await teacher.ok('GET', `${path}/reviews`);
    expect(judged).toMatchObject({
      reviews: [
        {
          reviewer: { name: expect.any(String) },
          comment: richTextOf('Clear.'),
          points: 7,
          maximum: 10,
          workVersion: 2,
        },
        { reviewer: { name: expect.any(String) } },
      ],
      grade: { explanation: { value: 14, maximum: 20 } },
    });
    expect(JSON.stringify(judged)).not.toContain('Ada');
  });

  test('opens it for assistants too', async () => {
    const here = prepared.canvas;
    const assistant = await launchView(here, here.stack.person('assistant'), here.ids[1] ?? '', 1);
    expect(assistant.view.landing).toMatchObject({ kind: 'work', memberId: here.ids[1] });
  });

  test.each([
    ['of the own work', 0],
    ['of another’s work', 1],
  ])('leads a learner to the own page, %s as well', async (_case, index) => {
    const here = prepared.canvas;
    const session = await launchView(here, here.stack.person('learner', 0), here.ids[index] ?? '', 1);
    expect(session.view.landing).toEqual({ kind: 'activity', activityId: here.activityId });
    for (const what of ['work', 'reviews']) {
      const answer = await session.call(
        'GET',
        `/activities/${here.activityId}/learners/${here.ids[1]}/${what}`,
      );
      expect(answer.status).toBe(403);
    }
  });

  test('is not here in another course, whoever asks', async () => {
    const here = prepared.canvas;
    const { simulator } = here.stack;
    const course = simulator.addCourse({ title: 'Elsewhere' });
    const teacher = simulator.addPerson(course, { role: 'instructor' });
    const linkId = simulator.addResourceLink(course, { title: 'Other' }).id;
    const session = await launchView(here, teacher, here.ids[0] ?? '', 1, { course, linkId });
    expect(session.view.landing).toEqual({ kind: 'notHere' });
    const path = `/activities/${here.activityId}/learners/${here.ids[0]}`;
    for (const what of ['work', 'reviews'])
      expect((await session.call('GET', `${path}/${what}`)).status).toBe(404);
  });

  test.each<[string, { id?: string; memberId?: string }]>([
    ['an activity that does not exist', { id: 'f'.repeat(32) }],
    ['somebody who is not in the course', { memberId: 'f'.repeat(32) }],
  ])('is not here for %s', async (_case, { id, memberId }) => {
    const here = prepared.canvas;
    const session = await launchView(
      here,
      here.stack.person('instructor'),
      memberId ?? here.ids[0] ?? '',
      1,
      {
        ...(id && { id }),
      },
    );
    expect(session.view.landing).toEqual({ kind: 'notHere' });
  });

  test('changes nothing of the link it comes by', async () => {
    const here = prepared.canvas;
    const other = here.stack.simulator.addResourceLink(here.stack.course, { title: 'Unused' });
    await launchView(here, here.stack.person('instructor'), here.ids[0] ?? '', 1, { linkId: other.id });
    const later = await here.stack.open(here.stack.person('instructor'), other.id);
    expect(later.view.landing).toEqual({ kind: 'setUp', suggestedTitle: 'Unused' });
  });

  test('keeps its page through a renewal of the bearer', async () => {
    const here = prepared.canvas;
    const session = await launchView(here, here.stack.person('instructor'), here.ids[0] ?? '', 1);
    const renewed = await session.ok('POST', '/session/renew');
    expect(renewed['landing']).toEqual(session.view.landing);
  });
});

describe('the submission-review message', () => {
  const review = ({ item }: Prepared, learner: Person) => ({
    submissionReview: { lineItemId: item.id, userId: learner.id },
  });

  test('opens the current version of the learner it names', async () => {
    const here = prepared.strict;
    const { stack } = here;
    const teacher = await stack.open(stack.person('instructor'), review(here, stack.person('learner', 0)));
    expect(teacher.view.landing).toEqual({
      kind: 'work',
      activityId: here.activityId,
      memberId: here.ids[0],
      version: null,
    });
  });

  test('is not here for a learner who is not in the course', async () => {
    const here = prepared.strict;
    const { stack } = here;
    const tamper = {
      claims: (claims: Record<string, unknown>) => ({
        ...claims,
        'https://purl.imsglobal.org/spec/lti/claim/for_user': { user_id: 'nobody' },
      }),
    };
    const request = review(here, stack.person('learner', 0));
    const session = await stack.open(stack.person('instructor'), request, stack.course, { tamper });
    expect(session.view.landing).toEqual({ kind: 'notHere' });
  });
});
