/** A copied course: each activity comes along with its settings, once, and nothing of what people did. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import type { Course, Person, ProfileName, ResourceLink, Simulator } from '../lms-simulator/index.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { sample } from '../factories/documents.ts';
import { type ApiStack, buildSettings, startApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';

const DAY = 86_400_000;
const TEXT = 'A bridge carries. Nobody else may read this.';

interface Original {
  readonly link: ResourceLink;
  readonly activityId: string;
  readonly settings: Record<string, unknown>;
}

const stacks = {} as Record<ProfileName, ApiStack>;
beforeAll(async () => {
  for (const profile of ['strict', 'moodle', 'canvas'] as const)
    stacks[profile] = await startApiStack(profile);
}, 60_000);
afterAll(async () => {
  for (const stack of Object.values(stacks)) await stack.close();
});

const at = (days: number): string =>
  new Date(Math.floor(Date.now() / 1000) * 1000 + days * DAY).toISOString();

/** A peer review with work in it. `named`: added by deep linking; otherwise set up at a plain link. */
async function original(
  stack: ApiStack,
  { named = true, dated = true, course = stack.course } = {},
): Promise<Original> {
  const { simulator } = stack;
  const activityId = newId();
  const settings = buildSettings({
    title: `Essay ${activityId.slice(0, 6)}`,
    submissionsCloseAt: at(3),
    reviewsCloseAt: at(5),
  });
  const link = simulator.addResourceLink(course, {
    title: 'Essay',
    custom: named ? { activity: activityId } : {},
    lineItem: { scoreMaximum: 20 },
    ...(dated && { submission: { endDateTime: at(3) } }),
  });
  const teacher = await stack.open(stack.person('instructor'), link.id, course);
  await teacher.ok('PUT', `/activities/${activityId}/peer-review`, { settings, expectedRevision: 0 });
  await teacher.ok('PUT', '/resource-link/activity', { activityId });
  const learner = await stack.open(stack.person('learner'), link.id);
  const work = { text: TEXT, expectedVersion: 0, expectedRevision: 0 };
  await learner.ok('POST', `/activities/${activityId}/submission`, work);
  return { link, activityId, settings };
}

/** The links of a course that were copied from one of another, in a chain of copies. */
function copyOfLink(simulator: Simulator, course: Course, origin: ResourceLink): ResourceLink {
  const link = simulator.institution.linksOf(course).find(({ history }) => history.includes(origin.id));
  if (!link) throw new Error('the link was not copied');
  return link;
}

function newLearner(simulator: Simulator, course: Course): Person {
  return simulator.addPerson(course, { role: 'learner', givenName: 'Nora', familyName: 'New' });
}

const activityOf = ({ view }: ApiSession): string | undefined => view.landing.activityId;

interface SettingsAnswer {
  readonly settings: Record<string, unknown>;
}
interface PlacementAnswer {
  readonly copiedFrom: { courseTitle: string; movedByDays: number | null } | null;
}

describe('a link that names its activity', () => {
  test('opens a copy of its own, made once by whoever comes first, with settings and rubric and nobody’s work', async () => {
    const stack = stacks.strict;
    const { link, activityId, settings } = await original(stack);
    const copy = await stack.simulator.copyCourse(stack.course.id, 'Collab 102', 14);
    const copied = copyOfLink(stack.simulator, copy, link);
    const people = Array.from({ length: 12 }, () => newLearner(stack.simulator, copy));
    const sessions = await Promise.all(people.map((person) => stack.open(person, copied.id, copy)));

    const ids = new Set(sessions.map(activityOf));
    expect([...ids]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    const [copyId = ''] = ids;
    expect(copyId).not.toBe(activityId);

    const teacher = await stack.open(stack.person('instructor'), copied.id, copy);
    const listed = await teacher.ok<{ items: unknown[] }>('GET', '/activities');
    expect(listed.items).toHaveLength(1);
    const saved = await teacher.ok<SettingsAnswer>('GET', `/activities/${copyId}/peer-review`);
    expect(saved.settings).toMatchObject({ title: settings['title'], criteria: settings['criteria'] });

    const [first] = sessions;
    if (!first) throw new Error('nobody came');
    const mine = await first.ok('GET', `/activities/${copyId}/mine`);
    expect(mine).toMatchObject({ submission: null, phase: 'submission' });
    const overview = await teacher.ok('GET', `/activities/${copyId}/overview`);
    expect(overview).toMatchObject({ counts: { submissions: 0 } });
    expect(JSON.stringify([mine, overview, saved])).not.toContain(TEXT);
  });

  test('has its dates moved as the LMS has moved its own; staff are told until they have said that they are right', async () => {
    const stack = stacks.strict;
    const { link, settings } = await original(stack);
    const copy = await stack.simulator.copyCourse(stack.course.id, 'Collab 103', 14);
    const teacher = await stack.open(
      stack.person('instructor'),
      copyOfLink(stack.simulator, copy, link).id,
      copy,
    );
    const id = activityOf(teacher) ?? '';
    const saved = await teacher.ok<SettingsAnswer>('GET', `/activities/${id}/peer-review`);
    const later = (name: string) => new Date(Date.parse(String(settings[name])) + 14 * DAY).toISOString();
    expect(saved.settings).toMatchObject({
      submissionsCloseAt: later('submissionsCloseAt'),
      reviewsCloseAt: later('reviewsCloseAt'),
    });
    expect(await teacher.ok('GET', `/activities/${id}/placement`)).toMatchObject({
      copiedFrom: { courseTitle: 'Collab 101', movedByDays: 14 },
      submissionsCloseAt: null,
    });
    await teacher.ok('POST', `/activities/${id}/placement/copy-checked`);
    const after = await teacher.ok<PlacementAnswer>('POST', `/activities/${id}/placement/copy-checked`);
    expect(after.copiedFrom).toBeNull();

    // What was noted is passed on like every other event: the staff table goes on.
    const learner = await stack.open(
      newLearner(stack.simulator, copy),
      copyOfLink(stack.simulator, copy, link).id,
      copy,
    );
    await learner.ok('POST', `/activities/${id}/submission`, {
      text: 'Mine',
      expectedVersion: 0,
      expectedRevision: 0,
    });
    await until(
      'the work is counted',
      async () => {
        const { counts } = await teacher.ok<{ counts: { submissions: number } }>(
          'GET',
          `/activities/${id}/overview`,
        );
        return counts.submissions === 1;
      },
      10,
    );
  });

  test('keeps its dates where the new ones are not known, and says so; saving them anew is an answer too', async () => {
    const stack = stacks.moodle;
    const { link, settings } = await original(stack);
    const copy = await stack.simulator.copyCourse(stack.course.id, 'Collab 104', 14);
    const teacher = await stack.open(
      stack.person('instructor'),
      copyOfLink(stack.simulator, copy, link).id,
      copy,
    );
    const id = activityOf(teacher) ?? '';
    const placement = await teacher.ok<PlacementAnswer>('GET', `/activities/${id}/placement`);
    expect(placement.copiedFrom).toMatchObject({ courseTitle: 'Collab 101', movedByDays: null });
    await teacher.ok('PUT', `/activities/${id}/peer-review`, {
      settings: { ...settings, reviewsCloseAt: at(40) },
      expectedRevision: 1,
    });
    const after = await teacher.ok<PlacementAnswer>('GET', `/activities/${id}/placement`);
    expect(after.copiedFrom).toBeNull();
  });

  test('moves with the beginning of the course where the LMS has no dates of the link', async () => {
    const stack = stacks.strict;
    const { simulator } = stack;
    const course = simulator.addCourse({ title: 'Spring', startsAt: '2026-02-02T08:00:00Z' });
    const teacher = stack.person('instructor');
    simulator.institution.enrol(course, teacher.id, 'instructor');
    simulator.institution.enrol(course, stack.person('learner').id, 'learner');
    const activityId = newId();
    const link = simulator.addResourceLink(course, { title: 'Essay', custom: { activity: activityId } });
    const first = await stack.open(teacher, link.id, course);
    const settings = buildSettings();
    await first.ok('PUT', `/activities/${activityId}/peer-review`, { settings, expectedRevision: 0 });
    const copy = await simulator.copyCourse(course.id, 'Autumn', 210);
    const session = await stack.open(teacher, copyOfLink(simulator, copy, link).id, copy);
    const placement = await session.ok<PlacementAnswer>(
      'GET',
      `/activities/${activityOf(session)}/placement`,
    );
    expect(placement.copiedFrom).toMatchObject({ courseTitle: 'Spring', movedByDays: 210 });
  });

  test('of a copy of a copy takes what the copy has by now', async () => {
    const stack = stacks.canvas;
    const { link } = await original(stack);
    const second = await stack.simulator.copyCourse(stack.course.id, 'Second', 7);
    const inSecond = copyOfLink(stack.simulator, second, link);
    const teacher = await stack.open(stack.person('instructor'), inSecond.id, second);
    const { settings } = await teacher.ok<SettingsAnswer>(
      'GET',
      `/activities/${activityOf(teacher)}/peer-review`,
    );
    const edited = { settings: { ...settings, title: 'Essay, edited' }, expectedRevision: 1 };
    await teacher.ok('PUT', `/activities/${activityOf(teacher)}/peer-review`, edited);
    const third = await stack.simulator.copyCourse(second.id, 'Third', 7);
    const session = await stack.open(
      stack.person('instructor'),
      copyOfLink(stack.simulator, third, link).id,
      third,
    );
    const copied = await session.ok<SettingsAnswer>('GET', `/activities/${activityOf(session)}/peer-review`);
    expect(copied.settings['title']).toBe('Essay, edited');
    expect(activityOf(session)).not.toBe(activityOf(teacher));
  });

  test('of a copy that nobody has opened takes what the original has', async () => {
    const stack = stacks.canvas;
    const { link, settings } = await original(stack);
    const second = await stack.simulator.copyCourse(stack.course.id, 'Never opened', 0);
    const third = await stack.simulator.copyCourse(second.id, 'Opened', 0);
    const session = await stack.open(
      stack.person('instructor'),
      copyOfLink(stack.simulator, third, link).id,
      third,
    );
    const copied = await session.ok<SettingsAnswer>('GET', `/activities/${activityOf(session)}/peer-review`);
    expect(copied.settings['title']).toBe(settings['title']);
  });

  test('never opens the original: its people find nothing of it, and what they change stays theirs', async () => {
    const stack = stacks.moodle;
    const { link, activityId } = await original(stack);
    const copy = await stack.simulator.copyCourse(stack.course.id, 'Collab 105');
    const copied = copyOfLink(stack.simulator, copy, link);
    const learner = await stack.open(newLearner(stack.simulator, copy), copied.id, copy);
    for (const path of ['mine', 'submission', 'received-reviews']) {
      expect((await learner.call('GET', `/activities/${activityId}/${path}`)).status).toBe(404);
    }
    const teacher = await stack.open(stack.person('instructor'), copied.id, copy);
    for (const path of ['overview', 'peer-review', 'placement']) {
      expect((await teacher.call('GET', `/activities/${activityId}/${path}`)).status).toBe(404);
    }
    const work = { text: 'Mine', expectedVersion: 0, expectedRevision: 0 };
    await learner.ok('POST', `/activities/${activityOf(learner)}/submission`, work);
    const there = await stack.open(stack.person('instructor'), link.id);
    const submissions = async () =>
      (await there.ok<{ counts: { submissions: number } }>('GET', `/activities/${activityId}/overview`))
        .counts.submissions;
    await until('the original’s own work is counted', async () => (await submissions()) === 1, 10);
    // The copy's work was accepted before the original's counts were read for the last time.
    expect(await submissions()).toBe(1);
  });
});

/** An image that belongs to something of an activity. */
async function upload(teacher: ApiSession, item: { kind: string; id: string }): Promise<string> {
  const fileId = newId();
  const content = sample('drawing.png');
  await teacher.ok('POST', '/files', { id: fileId, item, name: 'Bridge.png', size: content.length });
  await teacher.ok('PUT', `/files/${fileId}/chunks/0`, content);
  await teacher.ok('POST', `/files/${fileId}/finish`);
  return fileId;
}

const linksTo = async (session: ApiSession, fileId: string): Promise<{ url: string }[]> =>
  (await session.ok<{ links: { url: string }[] }>('POST', '/files/links', { fileIds: [fileId] })).links;

test('example works come along with their scores and files, and each is the copy’s own', async () => {
  const stack = stacks.canvas;
  const { link, activityId } = await original(stack);
  const teacher = await stack.open(stack.person('instructor'), link.id);
  const fileId = await upload(teacher, { kind: 'peer-review-example', id: activityId });
  const exampleId = newId();
  const ratings = [{ criterionId: 'content', points: 8 }];
  const example = { title: 'Strong', text: 'Bridges carry.', files: [fileId], ratings, comment: 'A thesis.' };
  const examplePath = `/activities/${activityId}/examples/${exampleId}`;
  await teacher.ok('PUT', examplePath, { ...example, expectedRevision: 0 });
  const copy = await stack.simulator.copyCourse(stack.course.id, 'With examples', 7);
  const copyLink = copyOfLink(stack.simulator, copy, link);
  const there = await stack.open(stack.person('instructor'), copyLink.id, copy);
  const path = `/activities/${activityOf(there)}/examples`;
  const list = () => there.ok<{ examples: { id: string }[] }>('GET', path);
  await until('the example is there', async () => (await list()).examples.length === 1, 10);
  const [copied] = (await list()).examples;
  expect(copied).toMatchObject({ title: 'Strong', isReady: true });
  expect(copied?.id).not.toBe(exampleId);
  const found = await there.ok<{ files: { id: string }[] }>('GET', `${path}/${copied?.id}`);
  expect(found).toMatchObject({ ratings, revision: 1 });
  const [file] = found.files;
  expect(await linksTo(there, file?.id ?? '')).toHaveLength(1);
  expect(await linksTo(there, fileId)).toEqual([]);
  // What becomes of the copy does not touch the original.
  await there.ok('DELETE', `${path}/${copied?.id}`);
  expect(await teacher.ok('GET', examplePath)).toMatchObject({ title: 'Strong', revision: 1 });
});

describe('images in the instructions', () => {
  /** Puts an image into the instructions of an activity. */
  async function illustrate(teacher: ApiSession, activityId: string): Promise<string> {
    const fileId = await upload(teacher, { kind: 'peer-review-instructions', id: activityId });
    const path = `/activities/${activityId}/peer-review`;
    const { settings } = await teacher.ok<SettingsAnswer>('GET', path);
    const image = { type: 'image', attrs: { fileId, alt: 'A bridge' } };
    await teacher.ok('PUT', path, {
      settings: { ...settings, instructions: { type: 'doc', content: [image] } },
      expectedRevision: 1,
    });
    return fileId;
  }

  /** The image that the session's activity shows, once it is there. */
  async function imageIn(session: ApiSession): Promise<{ fileId: string; content: Buffer }> {
    const { instructions } = await session.ok<{
      instructions: { content: { attrs: { fileId: string } }[] };
    }>('GET', `/activities/${activityOf(session)}/mine`);
    const fileId = instructions.content[0]?.attrs.fileId ?? '';
    await until('the image is copied', async () => (await linksTo(session, fileId)).length === 1, 10);
    const [found] = await linksTo(session, fileId);
    const answer = await fetch(new URL(found?.url ?? '', session.toolUrl));
    return { fileId, content: Buffer.from(await answer.arrayBuffer()) };
  }

  test('come along, along a chain of copies, as files of their own', async () => {
    const stack = stacks.canvas;
    const { link, activityId } = await original(stack);
    const fileId = await illustrate(await stack.open(stack.person('instructor'), link.id), activityId);
    const seen = [fileId];
    let from = stack.course;
    for (const title of ['Illustrated', 'Illustrated again']) {
      from = await stack.simulator.copyCourse(from.id, title, 7);
      const copied = copyOfLink(stack.simulator, from, link);
      const learner = await stack.open(newLearner(stack.simulator, from), copied.id, from);
      const image = await imageIn(learner);
      expect(image.content.equals(sample('drawing.png'))).toBe(true);
      for (const other of seen) expect(await linksTo(learner, other)).toEqual([]);
      seen.push(image.fileId);
    }
    expect(new Set(seen).size).toBe(3);
  });
});

describe('a plain link', () => {
  test('leads to a copy where the LMS says which link it was', async () => {
    const stack = stacks.strict;
    const { link, activityId, settings } = await original(stack, { named: false });
    const copy = await stack.simulator.copyCourse(stack.course.id, 'Collab 106', 14);
    const session = await stack.open(
      stack.person('instructor'),
      copyOfLink(stack.simulator, copy, link).id,
      copy,
    );
    expect(activityOf(session)).not.toBe(activityId);
    const copied = await session.ok<SettingsAnswer>('GET', `/activities/${activityOf(session)}/peer-review`);
    expect(copied.settings['title']).toBe(settings['title']);
  });

  test('is set up anew where it does not; learners are told that it is not ready', async () => {
    const stack = stacks.moodle;
    const { link } = await original(stack, { named: false });
    const copy = await stack.simulator.copyCourse(stack.course.id, 'Collab 107');
    const copied = copyOfLink(stack.simulator, copy, link);
    const learner = await stack.open(newLearner(stack.simulator, copy), copied.id, copy);
    expect(learner.view.landing).toEqual({ kind: 'notReady' });
    const teacher = await stack.open(stack.person('instructor'), copied.id, copy);
    expect(teacher.view.landing).toMatchObject({ kind: 'setUp' });
  });
});

describe('with the platform’s notice alone', () => {
  test('the copies are found, through courses that nobody has opened', async () => {
    const stack = stacks.canvas;
    const { simulator } = stack;
    const { link, settings } = await original(stack);
    const tool = Object.values(simulator.institution.state.tools)[0];
    if (!tool) throw new Error('no tool');
    // As a tool that was registered before it asked for the history.
    const { context_history: _history, ...custom } = tool.custom;
    tool.custom = custom;
    try {
      await until('the tool is told of copies', () => 'LtiContextCopyNotice' in tool.noticeHandlers, 10);
      const second = await simulator.copyCourse(stack.course.id, 'Told of');
      const third = await simulator.copyCourse(second.id, 'Told of, too');
      const session = await stack.open(
        stack.person('instructor'),
        copyOfLink(simulator, third, link).id,
        third,
      );
      const copied = await session.ok<SettingsAnswer>(
        'GET',
        `/activities/${activityOf(session)}/peer-review`,
      );
      expect(copied.settings['title']).toBe(settings['title']);
    } finally {
      tool.custom = { ...custom, context_history: '$Context.id.history' };
    }
  });
});
