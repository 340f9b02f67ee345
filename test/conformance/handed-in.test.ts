/** "Handed in", and columns of the tool's own, as each kind of LMS takes them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ProfileName } from '../lms-simulator/index.ts';
import { buildHandedIn, buildScore, cellOf, openColumn } from './grade-column.ts';
import { type LaunchBench, startLaunchBench } from './launch-bench.ts';
import { tidy } from './launch-support.ts';

const PROFILES = ['moodle', 'canvas', 'strict'] as const;
const EXTENSION = 'https://canvas.instructure.com/lti/submission';
const benches = {} as Record<ProfileName, LaunchBench>;
beforeAll(async () => {
  for (const profile of PROFILES) benches[profile] = await startLaunchBench({ profile });
});
afterAll(async () => {
  for (const bench of Object.values(benches)) await bench.close();
});
beforeEach(() => {
  for (const bench of Object.values(benches)) {
    tidy(bench);
    bench.simulator.institution.state.cells = {};
  }
});

describe('handed in', () => {
  test('Canvas: a new attempt at the original time with the address of the grading view; the grade stays', async () => {
    const bench = benches.canvas;
    const { platformId, lineItem } = await openColumn(bench);
    const { grades } = bench.lti;
    expect(await grades.postScore(platformId, lineItem, buildScore(bench))).toEqual({ type: 'stored' });
    const handedIn = buildHandedIn(bench);
    expect(await grades.postHandedIn(platformId, lineItem, handedIn, true)).toEqual({ type: 'stored' });
    expect(cellOf(bench)).toMatchObject({
      score: 16.4,
      attempts: 1,
      submittedAt: handedIn.submittedAt.toISOString(),
      submission: { submission_type: 'basic_lti_launch', submission_data: handedIn.viewUrl },
    });
    const posted = JSON.parse(bench.simulator.requests.ofKind('scores').at(-1)?.body ?? '') as object;
    expect(posted).toEqual({
      userId: bench.learner.id,
      comment: handedIn.comment,
      timestamp: handedIn.timestamp.toISOString(),
      activityProgress: 'Submitted',
      gradingProgress: 'PendingManual',
      submission: { submittedAt: handedIn.submittedAt.toISOString() },
      [EXTENSION]: {
        new_submission: true,
        preserve_score: true,
        submission_type: 'basic_lti_launch',
        submission_data: handedIn.viewUrl,
        submitted_at: handedIn.submittedAt.toISOString(),
      },
    });
  });

  test('Canvas: neither a regrade nor a repetition uses up an attempt; none left is said so', async () => {
    const bench = benches.canvas;
    const { platformId, lineItem } = await openColumn(bench);
    const { grades } = bench.lti;
    const [item] = bench.simulator.institution
      .lineItemsOf(bench.course)
      .filter(({ resourceLinkId }) => resourceLinkId === bench.link.id);
    if (item) item.allowedAttempts = 1;
    const handedIn = buildHandedIn(bench);
    await grades.postHandedIn(platformId, lineItem, handedIn, true);
    expect(await grades.postHandedIn(platformId, lineItem, handedIn, false)).toEqual({ type: 'stored' });
    expect(await grades.postScore(platformId, lineItem, buildScore(bench))).toEqual({ type: 'stored' });
    expect(await grades.postScore(platformId, lineItem, buildScore(bench))).toEqual({ type: 'stored' });
    expect(cellOf(bench)?.attempts).toBe(1);
    const again = await grades.postHandedIn(platformId, lineItem, buildHandedIn(bench), true);
    expect(again).toMatchObject({ type: 'refused', cause: 'attemptsExhausted', status: 422 });
  });

  test('Moodle keeps the comment alone, and says beforehand that it will', async () => {
    const bench = benches.moodle;
    const { platformId, lineItem } = await openColumn(bench);
    expect((await bench.lti.grades.abilities(platformId)).handedIn).toBe('commentOnly');
    const handedIn = buildHandedIn(bench);
    expect(await bench.lti.grades.postHandedIn(platformId, lineItem, handedIn, true)).toEqual({
      type: 'stored',
    });
    expect(cellOf(bench)).toMatchObject({ score: null, comment: handedIn.comment });
  });

  test('a platform by the book takes it, and would clear a grade, as it says beforehand', async () => {
    const bench = benches.strict;
    const { platformId, lineItem } = await openColumn(bench);
    expect((await bench.lti.grades.abilities(platformId)).handedIn).toBe('clears');
    const answer = await bench.lti.grades.postHandedIn(platformId, lineItem, buildHandedIn(bench), true);
    expect(answer).toEqual({ type: 'stored' });
    expect(cellOf(bench)).toMatchObject({ score: null, activityProgress: 'Submitted' });
  });
});

describe.each(PROFILES)('%s: a column of the tool’s own', (profile) => {
  test('is made, found by its resource id, changed without losing what the LMS put there, and deleted', async () => {
    const bench = benches[profile];
    const { platformId, lineItems } = await openColumn(bench);
    const { grades } = bench.lti;
    const { institution } = bench.simulator;
    const facts = {
      label: 'Reviewing',
      scoreMaximum: 10,
      resourceId: 'a'.repeat(32),
      tag: 'reviewing',
      resourceLinkId: bench.link.id,
    };
    const made = await grades.createLineItem(platformId, lineItems, facts);
    if (made.type !== 'ok') throw new Error(made.words);
    // In Canvas only the first column of a link shows in the gradebook, so the link is not named there.
    const item = institution.lineItemsOf(bench.course).find(({ tag }) => tag === 'reviewing');
    expect(item?.resourceLinkId).toBe(profile === 'canvas' ? undefined : bench.link.id);
    const found = await grades.findLineItems(platformId, lineItems, facts.resourceId);
    expect(found).toMatchObject({ type: 'ok', value: [{ url: made.value.url, tag: 'reviewing' }] });
    if (profile === 'moodle') expect(made.value.url).toContain('/lineitem?type_id=');

    if (item) item.startDateTime = '2026-01-01T00:00:00Z';
    const change = { label: 'Reviews', scoreMaximum: 20, resourceId: facts.resourceId, tag: 'reviewing' };
    expect(await grades.updateLineItem(platformId, made.value.url, change)).toEqual({
      type: 'ok',
      value: null,
    });
    expect(item).toMatchObject({ label: 'Reviews', scoreMaximum: 20 });
    if (profile !== 'moodle') expect(item?.startDateTime).toBe('2026-01-01T00:00:00Z');

    expect(await grades.deleteLineItem(platformId, made.value.url)).toEqual({ type: 'ok', value: null });
    expect(await grades.deleteLineItem(platformId, made.value.url)).toEqual({ type: 'ok', value: null });
    expect(await grades.findLineItems(platformId, lineItems, facts.resourceId)).toEqual({
      type: 'ok',
      value: [],
    });
  });
});

test('a tool without the line-item scope is told so', async () => {
  const bench = await startLaunchBench({ profile: 'canvas' });
  try {
    const { platformId, lineItems } = await openColumn(bench);
    const tool = bench.simulator.institution.state.tools[bench.registration.clientId];
    if (tool) tool.scopes = tool.scopes.filter((scope) => !scope.endsWith('/lineitem'));
    const facts = { label: 'x', scoreMaximum: 1, resourceId: 'r', tag: 't', resourceLinkId: null };
    expect(await bench.lti.grades.createLineItem(platformId, lineItems, facts)).toMatchObject({
      type: 'refused',
      cause: 'notAllowed',
      words: expect.stringContaining('invalid_scope'),
    });
  } finally {
    await bench.close();
  }
});

test('Canvas does not delete the column of an assignment, and says why', async () => {
  const bench = benches.canvas;
  const { platformId, lineItem } = await openColumn(bench);
  expect(await bench.lti.grades.deleteLineItem(platformId, lineItem)).toMatchObject({
    type: 'refused',
    status: 401,
    words: expect.stringContaining('cannot be deleted'),
  });
});
