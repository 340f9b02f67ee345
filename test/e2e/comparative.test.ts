/** The set-up asks for comparisons; a learner compares two works by keyboard; staff read the order, the author the grade. */
import type { ApiSession } from '../factories/browserless.ts';
import { handInAll } from '../factories/taking-part.ts';
import { until } from '../factories/until.ts';
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview, openLearners } from './launched.ts';

onBothScreens('moodle', 'comparative', 'works are compared, from the set-up to the grade', tell);

const CRITERIA = ['Content', 'Style'].map((title) => ({
  id: title.toLowerCase(),
  title,
  description: '',
  points: 10,
}));

async function compareAll(learner: ApiSession, activityId: string): Promise<void> {
  const path = `/activities/${activityId}`;
  const mine = await learner.ok<{ reviewTasks: { reviewId: string; state: string }[] }>(
    'GET',
    `${path}/mine`,
  );
  for (const { reviewId, state } of mine.reviewTasks) {
    if (state === 'submitted') continue;
    await learner.ok('PUT', `${path}/comparisons/${reviewId}`, {
      choices: CRITERIA.map(({ id: criterionId }) => ({ criterionId, better: 'left' })),
      leftComment:
        'Your second section carries the argument: keep it, and let the example of the old bridge come first.',
      rightComment: 'Say earlier what you want to show.',
      expectedRevision: 0,
    });
  }
}

const comparisonsOf = async (teacher: ApiSession, activityId: string) =>
  (
    await teacher.ok<{ comparisons: Record<Who, { name: string }>[] }>(
      'GET',
      `/activities/${activityId}/comparisons`,
    )
  ).comparisons;

/** Two works that somebody does not have to compare. */
async function freePairOf(teacher: ApiSession, activityId: string, name: string): Promise<[string, string]> {
  const comparisons = await comparisonsOf(teacher, activityId);
  const pairOf = (one: string, other: string) => [one, other].sort().join(' – ');
  const had = new Set(
    comparisons
      .filter(({ reviewer }) => reviewer.name === name)
      .map(({ left, right }) => pairOf(left.name, right.name)),
  );
  const names = [...new Set(comparisons.map(({ reviewer }) => reviewer.name))].filter((one) => one !== name);
  for (const one of names)
    for (const other of names) if (one !== other && !had.has(pairOf(one, other))) return [one, other];
  throw new Error('no pair is free');
}

type Who = 'reviewer' | 'left' | 'right';

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Essay on bridges';
  const { activityId, teacher } = await addPeerReview(stack, title, { settings: { criteria: CRITERIA } });
  const [ada, tessa] = await Promise.all(['Ada Ström', 'Tessa Teacher'].map(person));
  if (!ada || !tessa) throw new Error('somebody is missing');

  const staff = await tessa.open(title);
  await staff.getByRole('link', { name: 'Settings' }).first().press('Enter');
  await staff.getByRole('radio', { name: /^They compare two works/ }).press('Space');
  await staff.getByRole('radio', { name: 'One at a time, as soon as there is work' }).press('Space');
  await staff.getByRole('button', { name: 'Save settings' }).press('Enter');
  await staff.getByText(/^Comparisons are given out all at once: choose that/).waitFor();
  await staff.getByRole('radio', { name: 'All at once, when submissions close' }).press('Space');
  await staff.getByRole('textbox', { name: 'Comparisons per learner' }).fill('2');
  await look('set-up', tessa);
  await staff.getByRole('button', { name: 'Save settings' }).press('Enter');
  await staff.getByRole('alertdialog').getByRole('button', { name: 'Save' }).press('Enter');
  await staff.getByRole('heading', { name: 'What is next' }).waitFor();
  await staff.getByRole('link', { name: 'Pre-flight check' }).first().press('Enter');
  await staff.getByRole('heading', { name: 'Who would compare what' }).waitFor();
  await look('pre-flight', tessa);

  const learners = await openLearners(stack, title, 4);
  await handInAll({ activityId, teacher, learners });
  const learner = await ada.open(title);
  await learner.getByText('0 of 2 done').waitFor();
  await look('tasks', ada);
  await learner
    .getByRole('link', { name: /^Start review: Work \w – Work \w$/ })
    .first()
    .press('Enter');
  await learner.getByRole('heading', { name: 'Which one is better?' }).waitFor();
  await learner.getByRole('button', { name: 'Submit comparison' }).press('Enter');
  await learner.getByText('Please choose one of the two.').first().waitFor();
  await look('incomplete', ada);
  for (const { title: name } of CRITERIA)
    await learner.getByRole('group', { name }).getByRole('radio').last().press('Space');
  for (const field of await learner.getByRole('textbox', { name: /^Your comment on: Work/ }).all())
    await field.fill('The example of the old bridge makes the point: explain it earlier.');
  await learner.getByText(/^Saved \d/).waitFor();
  await look('complete', ada);
  await learner.getByRole('button', { name: 'Report a problem…' }).press('Enter');
  const report = learner.getByRole('dialog', { name: 'Report a problem with one of the works' });
  await report.getByRole('group', { name: 'Which work?' }).getByRole('radio').last().press('Space');
  await report.getByRole('group', { name: 'What is wrong?' }).getByRole('radio').first().press('Space');
  await look('a report', ada);
  await report.getByRole('button', { name: 'Report', exact: true }).press('Enter');
  await learner.getByText('You can go on with the review', { exact: false }).waitFor();
  await learner.getByRole('button', { name: 'Submit comparison' }).press('Enter');
  await learner.getByText('1 of 2 done').waitFor();

  // Staff take a comparison away and give one by hand, and think better of both.
  const pairs = await tessa.open(title);
  await pairs.getByRole('link', { name: 'Comparisons' }).press('Enter');
  await pairs
    .getByRole('button', { name: /^Take away: comparison of/ })
    .first()
    .press('Enter');
  await pairs
    .getByText(/^The comparison is taken away from/)
    .first()
    .waitFor();
  await pairs.getByRole('button', { name: 'Undo' }).last().press('Enter');
  await pairs.getByText('Give out a comparison by hand').press('Enter');
  const [one, other] = await freePairOf(teacher, activityId, 'Ada Ström');
  for (const [label, name] of [
    ['Who compares', 'Ada Ström'],
    ['First work', one],
    ['Second work', other],
  ] as const) {
    const field = pairs.getByRole('combobox', { name: label });
    await field.press(name.charAt(0));
    await field.pressSequentially(name.slice(1));
    await pairs.getByRole('option', { name }).waitFor();
    await field.press('ArrowDown');
    await field.press('Enter');
  }
  await look('by hand', tessa);
  await pairs.getByRole('button', { name: 'Give out', exact: true }).press('Enter');
  await pairs.getByText('Ada Ström has got two works to compare.').first().waitFor();
  await pairs.getByRole('button', { name: 'Undo' }).last().press('Enter');
  const count = async () => (await comparisonsOf(teacher, activityId)).length;
  await until('both are undone', async () => (await count()) === 8, 15);

  for (const one of learners) await compareAll(one, activityId);
  await teacher.ok('POST', `/activities/${activityId}/release`);
  const results = async () =>
    (await learners[0]?.ok<{ results: object[] }>('GET', `/activities/${activityId}/mine`))?.results ?? [];
  await until('grades are there', async () => (await results()).length > 0, 15);
  const overview = await tessa.open(title);
  await overview.getByRole('link', { name: 'Comparisons' }).press('Enter');
  await overview.getByText('8 of 8 comparisons are made.').waitFor();
  await overview
    .getByText(/reliab/)
    .first()
    .waitFor();
  await overview
    .getByText(/^Your second section.*…$/)
    .first()
    .press('Enter');
  const scale = overview.getByRole('figure', { name: 'How far the works are apart' });
  await scale.getByText(/^Strengths from [\d.]+ to [−-][\d.]+\./).waitFor();
  await scale.getByText('Show as a table').press('Enter');
  await scale.getByRole('columnheader', { name: 'Most likely between' }).waitFor();
  await overview.getByRole('figure', { name: 'How far reviewers chose the better work' }).waitFor();
  await overview.getByRole('columnheader', { name: /^Could be expected/ }).waitFor();
  await look('order', tessa);

  const network = await tessa.open(title);
  await network.getByRole('link', { name: 'Who reviews whom' }).press('Enter');
  await network
    .getByRole('link', { name: /^Ada Ström compares the work of .+: \d+%$/ })
    .first()
    .waitFor();
  await network.getByText(/works that somebody compares with others/).waitFor();
  await look('who compares', tessa);
  const result = await ada.open(title);
  await result.getByText(/chosen in [\d.]+ of 4 comparisons with other works/).waitFor();
  const first = result
    .getByRole('article')
    .filter({ has: result.getByRole('heading', { name: 'Reviewer 1', exact: true }) });
  await first.getByText('Rate, thank or answer').press('Enter');
  await first.getByRole('checkbox', { name: 'Say thank you' }).press('Space');
  await first.getByRole('textbox', { name: /^Write to reviewer/ }).fill('Which example do you mean?');
  await first.getByRole('button', { name: 'Send', exact: true }).press('Enter');
  await first.getByRole('list', { name: 'What was said about this review' }).waitFor();
  await look('result', ada);

  // Staff read along, and Ada reads what others say of what she wrote to them.
  const ofAda = await tessa.open(title);
  await ofAda.getByRole('link', { name: 'Ada Ström', exact: true }).press('Enter');
  await ofAda.getByText('Which example do you mean?').waitFor();
  await look('a learner', tessa);
  const given = await ada.open(title);
  await given
    .getByRole('link', { name: /Work \w – Work \w$/ })
    .first()
    .press('Enter');
  await given.getByRole('heading', { name: 'What the authors say of what you wrote' }).waitFor();
  await look('authors say', ada);
}
