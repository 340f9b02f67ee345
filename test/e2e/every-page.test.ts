/** Every page, in every language and for every kind of sight and screen: by axe, and without scrolling it sideways. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { richTextOf } from '../../server/src/contracts/plain-text.ts';
import { newId } from '../../server/src/core/ids.ts';
import { buildItem, buildQuestionnaire, idOf, ITEMS, keyed } from '../factories/questionnaire.ts';
import { buildSettings } from '../factories/roundtable.ts';
import { type Stack, startStack } from '../factories/stack.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { faultsOf } from './axe.ts';
import { type Browser, type BrowserOptions, keepPicture, openBrowser, story } from './browser.ts';
import { until } from '../factories/until.ts';
import { handInAll, reviewAll, reviewAndRelease } from '../factories/taking-part.ts';
import { addDiscussion, reply, startThread } from '../factories/discussion.ts';
import { addProject, buildCharter, buildRole, buildTeam, deliverablePath } from '../factories/group-work.ts';
import { addPeerReview, demoCourse, frameOf, openLearners, type Prepared, personOf } from './launched.ts';

const TEST_MS = 180_000;

interface Activity extends Prepared {
  readonly learners: readonly ApiSession[];
}

let stack: Stack;
let collecting: Activity;
let reviewing: Activity;
let released: Activity;
/** With examples, a self-assessment and a revision round. */
let revising: Activity;
/** Where works are compared. */
let comparing: Activity;
const exampleId = newId();
/** With an item of each kind, which a learner has answered. */
const questionnaireId = newId();
const checkId = newId();
const groupSetId = newId();
let discussionId: string;
let threadId: string;
let projectId: string;
let projectGroupId: string;
const groupPageId = newId();

async function add(title: string, settings: Record<string, unknown> = {}): Promise<Activity> {
  const prepared = await addPeerReview(stack, title, { settings });
  return { ...prepared, learners: await openLearners(stack, title) };
}

beforeAll(async () => {
  stack = await startStack('moodle');
  collecting = await add('Sketch of a bridge');
  reviewing = await add('Essay on bridges');
  released = await add('Report on bridges');
  await handInAll(reviewing);
  await handInAll(released);
  await reviewAndRelease(released);
  const items = (Object.keys(ITEMS) as (keyof typeof ITEMS)[]).map((kind) => buildItem(kind));
  const questionnaire = { settings: buildQuestionnaire({ items }), expectedRevision: 0 };
  await released.teacher.ok('PUT', `/questionnaires/${questionnaireId}`, questionnaire);
  await released.teacher.ok('POST', `/questionnaires/${questionnaireId}/publish`, { expectedRevision: 1 });
  const answers = { [idOf('one')]: idOf('Yes'), [idOf('text')]: 'Well.', [idOf('scale')]: 4 };
  await released.learners[1]?.ok('POST', `/questionnaires/${questionnaireId}/mine`, { version: 1, answers });
  await addCheck();
  await addThread();
  await addRevising();
  comparing = await add('Two bridges', { comparison: { lowestPercent: 50, highestPercent: 100 } });
  await handInAll(comparing);
  await addGroupSet();
}, TEST_MS);
afterAll(() => stack.close(), TEST_MS);

/** A group set, and something that is known of people. */
async function addGroupSet(): Promise<void> {
  const { teacher } = released;
  await teacher.ok('POST', '/group-sets', { id: groupSetId, name: 'Teams', copyOf: null });
  const csv = 'name,Level\nAda Ström,Senior\nBo Baker,Junior';
  await teacher.ok('POST', '/member-attributes/import', { csv, types: {} });
  const place = { pattern: 'https://meet.jit.si/{group}', groupsPaste: true };
  const team = buildTeam({
    board: place,
    videoRoom: place,
    charter: buildCharter(),
    roles: { assignedBy: 'group', list: [buildRole()] },
    jigsaw: { opensAt: null, parts: [{ roleId: 'facilitator', text: richTextOf('Ask everybody.') }] },
    scenarios: { givenBy: 'draw', list: [{ id: 'flood', title: 'A flood', text: richTextOf('It rains.') }] },
    retrospective: { staffLookOn: true },
    dynamics: true,
  });
  projectId = await addProject(teacher, { groupSetId, team });
  await teacher.ok('POST', `/group-sets/${groupSetId}/groups`, {
    names: ['Red'],
    cap: null,
    expectedRevision: 1,
  });
  const { items } = await teacher.ok<{ items: { id: string }[] }>('GET', `/group-sets/${groupSetId}/groups`);
  projectGroupId = items[0]?.id ?? '';
  const moves = released.learners.map(({ memberId }) => ({ memberId, groupId: projectGroupId }));
  await teacher.ok('POST', `/group-sets/${groupSetId}/moves`, { moves, expectedRevision: 2 });
  await released.learners[0]?.ok('PUT', `${groupPages()}/${groupPageId}`, { title: 'Plan' });
}

const groupPages = (): string => `/group-work/${projectId}/groups/${projectGroupId}/pages`;

/** One that is scored, drawn from the bank and graded, as somebody has answered it. */
async function addCheck(): Promise<void> {
  const { teacher, learners } = released;
  const kept = { item: keyed('manyChoice'), tags: ['bridges'], expectedRevision: 0 };
  await teacher.ok('PUT', `/question-bank/${newId()}`, kept);
  const settings = buildQuestionnaire({
    title: 'What we know of bridges',
    visibility: 'identified',
    items: [keyed('oneChoice'), keyed('number')],
    check: { feedback: 'atOnce', attempts: 3, counts: 'best' },
    draws: [{ id: newId(), tag: 'bridges', count: 1 }],
    grade: { points: 10 },
  });
  await teacher.ok('PUT', `/questionnaires/${checkId}`, { settings, expectedRevision: 0 });
  await teacher.ok('POST', `/questionnaires/${checkId}/publish`, { expectedRevision: 1 });
  for (const [index, option] of ['No', 'Yes'].entries()) {
    await learners[0]?.ok('POST', `/questionnaires/${checkId}/mine`, {
      version: 1,
      attempt: index + 1,
      answers: { [idOf('one')]: idOf(option), [idOf('number')]: 3 },
    });
  }
}

/** A discussion with a thread in which somebody has replied. */
async function addThread(): Promise<void> {
  const { teacher, learners } = released;
  discussionId = await addDiscussion(teacher);
  const [ada, bo] = learners;
  if (!ada || !bo) throw new Error('nobody to discuss');
  threadId = await startThread(ada, discussionId, 'Arches');
  await reply(bo, discussionId, threadId, 1, 'Of stone.');
}

/** One whose reviews are over, with all that is optional. */
async function addRevising(): Promise<void> {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const title = 'Plan of a bridge';
  const optional = {
    calibration: { pass: { examples: 1, agreementPercent: 60 }, attempts: 2 },
    selfAssessment: { opens: 'withReviews', closesAt: inDays(3) },
    revision: { closesAt: inDays(9) },
    backEvaluation: { closesAt: inDays(12) },
  };
  revising = await add(title, optional);
  const { teacher, learners, activityId } = revising;
  const example = { ratings: [{ criterionId: 'content', points: 8 }], comment: 'It has a thesis.' };
  const work = { title: 'A strong one', text: 'Bridges carry what we trust them with.' };
  const at = `/activities/${activityId}`;
  await teacher.ok('PUT', `${at}/examples/${exampleId}`, { ...work, ...example, expectedRevision: 0 });
  await handInAll(revising);
  for (const learner of learners)
    await learner.ok('PUT', `${at}/calibration/${exampleId}`, { ...example, expectedRevision: 0 });
  const onBridges = { kind: 'text', block: 0, start: 0, end: 7, quote: 'Bridges' };
  await reviewAll(revising, {
    inline: [{ id: 'a', workVersion: 1, anchor: onBridges, text: 'Which?', criterionId: 'content' }],
  });
  const over = { submissionsCloseAt: inDays(-0.2), reviewsCloseAt: inDays(-0.1) };
  const { revision } = await teacher.ok<{ revision: number }>('GET', `${at}/peer-review`);
  await teacher.ok('PUT', `${at}/peer-review`, {
    settings: buildSettings({ title, ...optional, ...over }),
    expectedRevision: revision,
  });
}

async function firstComparison(): Promise<string> {
  const at = `/activities/${comparing.activityId}`;
  const mine = await comparing.learners[0]?.ok<{ reviewTasks: { reviewId: string }[] }>('GET', `${at}/mine`);
  return `${at}/comparisons/${mine?.reviewTasks[0]?.reviewId}`;
}

/** What is open to a learner and to staff, by their paths in the client. */
async function pagesOf(role: 'learner' | 'instructor'): Promise<Record<string, string>> {
  const activity = ({ activityId }: Activity) => `/activities/${activityId}`;
  const shared = {
    'while learners hand in': activity(collecting),
    'while learners review': activity(reviewing),
    'after the release': activity(released),
    notices: '/notices',
    'lessons of the course': '/lessons',
    'settings of notices': '/notices/settings',
    questionnaires: '/questionnaires',
    'a discussion': `/discussions/${discussionId}`,
    'a thread of a discussion': `/discussions/${discussionId}/threads/${threadId}`,
    'a group project': `/group-work/${projectId}`,
    'a deliverable': deliverablePath(projectId, projectGroupId),
    'how a group works together': `/group-work/${projectId}/groups/${projectGroupId}/dynamics`,
    'a retrospective': `/group-work/${projectId}/groups/${projectGroupId}/retrospective`,
    'lessons of a group project': `/group-work/${projectId}/lessons`,
    'roles of a group': `/group-work/${projectId}/groups/${projectGroupId}/roles`,
    'presentations of groups': `/group-work/${projectId}/presentations`,
    'material of roles': `/group-work/${projectId}/groups/${projectGroupId}/materials`,
    'contributions in a group': `/group-work/${projectId}/groups/${projectGroupId}/contributions`,
    'a team charter': `/group-work/${projectId}/groups/${projectGroupId}/charter`,
    'pages of a group': groupPages(),
    'a page of a group': `${groupPages()}/${groupPageId}`,
    'versions of a page': `${groupPages()}/${groupPageId}/versions`,
    'decisions of a group': `/group-work/${projectId}/groups/${projectGroupId}/decisions`,
    'meetings of a group': `/group-work/${projectId}/groups/${projectGroupId}/meetings`,
    'files of a group': `/group-work/${projectId}/groups/${projectGroupId}/files`,
    'places of a group outside': `/group-work/${projectId}/groups/${projectGroupId}/places`,
    'tasks of a group': `/group-work/${projectId}/groups/${projectGroupId}/tasks`,
    'a new thread': `/discussions/${discussionId}/new`,
    'a page that is not there': '/nowhere',
  };
  const [learner] = reviewing.learners;
  if (role === 'learner') {
    const mine = await learner?.ok<{ reviewTasks: { reviewId: string }[] }>(
      'GET',
      `${activity(reviewing)}/mine`,
    );
    return {
      ...shared,
      'a questionnaire': `/questionnaires/${questionnaireId}`,
      'a check that was answered': `/questionnaires/${checkId}`,
      home: '/home',
      'a review': `${activity(reviewing)}/reviews/${mine?.reviewTasks[0]?.reviewId}`,
      'while learners revise': activity(revising),
      examples: `${activity(revising)}/calibration`,
      'an example': `${activity(revising)}/calibration/${exampleId}`,
      'two works to compare': await firstComparison(),
      'the own work': `${activity(revising)}/self-assessment`,
      'a revision': `${activity(revising)}/revision`,
      'the own work with comments': `${activity(revising)}/comments`,
    };
  }
  const { rows } = await released.teacher.ok<{ rows: { memberId: string; submittedAt: string | null }[] }>(
    'GET',
    `${activity(released)}/overview`,
  );
  const memberId = rows.find(({ submittedAt }) => submittedAt !== null)?.memberId;
  return {
    ...shared,
    'settings of the activity': `${activity(collecting)}/settings`,
    'the course gradebook': `${activity(released)}/gradebook`,
    'how a grade came about': `${activity(released)}/grades/${released.activityId}/${memberId}`,
    'a rehearsal': `${activity(collecting)}/rehearsal`,
    'a pre-flight check': `${activity(collecting)}/pre-flight`,
    'conflicts of interest': `${activity(collecting)}/conflicts`,
    'learners with more time': `${activity(released)}/extensions`,
    'work of a learner': `${activity(released)}/learners/${memberId}`,
    groups: '/groups',
    'the sessions': '/course-sessions',
    'groups by criteria': `/groups/${groupSetId}/form`,
    'a new questionnaire': '/questionnaires/new',
    'results of a questionnaire': `/questionnaires/${questionnaireId}`,
    'results of a check': `/questionnaires/${checkId}`,
    'a check that is changed': `/questionnaires/${checkId}/edit`,
    'the gradebook of a check': `/questionnaires/${checkId}/gradebook`,
    'the question bank': '/questionnaires/bank',
    'a new question': '/questionnaires/bank/new',
    queue: '/queue',
    'places of all groups outside': `/group-work/${projectId}/places`,
    'a group that staff look into': `/group-work/${projectId}/groups/${projectGroupId}`,
    'scenarios of a group project': `/group-work/${projectId}/scenarios`,
    'the timer of presentations': `/group-work/${projectId}/presentations/stage`,
    'a plenary': `/group-work/${projectId}/plenaries/1`,
    'team charters': `/group-work/${projectId}/charters`,
    'the marking of a group project': `/group-work/${projectId}/works`,
    'contributions in the grades of a group project': `/group-work/${projectId}/factors`,
    'settings of a group project': `/group-work/${projectId}/settings`,
    'settings of a discussion': `/discussions/${discussionId}/settings`,
    'the moderation of a discussion': `/discussions/${discussionId}/moderation`,
    'the members of a discussion': `/discussions/${discussionId}/participants`,
    'how a discussion goes': `/discussions/${discussionId}/analytics`,
    'a member of a discussion': `/discussions/${discussionId}/participants/${memberId}`,
    'while learners revise': activity(revising),
    comparisons: `${activity(comparing)}/comparisons`,
    examples: `${activity(revising)}/examples`,
    'an example': `${activity(revising)}/examples/${exampleId}`,
    calibration: `${activity(revising)}/calibration`,
    'what reviews say': `${activity(released)}/analytics`,
    'who reviews whom': `${activity(released)}/who-reviews-whom`,
    'reported problems': `${activity(released)}/problems`,
    disputes: `${activity(released)}/disputes`,
    marking: `${activity(released)}/marking`,
    templates: '/templates',
  };
}

type Mode = readonly [string, string, BrowserOptions];

/** Where room is short: each page of a learner is looked at in both of these ways, each of staff in one. */
const NARROW: readonly Mode[] = [
  ['German on a narrow phone in dark colours', 'de', { width: 320, colorScheme: 'dark' }],
  ['Arabic on a narrow phone', 'ar', { width: 320 }],
];
/** Where there is more of it, each page of staff is looked at in one of these ways; those of learners are in stories. */
const WIDE: readonly Mode[] = [
  ['French on a wide screen', 'fr', {}],
  ['Spanish at 200 % zoom in forced colours', 'es', { zoom: 2, forcedColors: 'active' }],
  ['Arabic on a wide screen in dark colours', 'ar', { colorScheme: 'dark' }],
];
const MODES = [NARROW, WIDE].flatMap((ways) =>
  ways.map((mode, turn) => [...mode, { turn, of: ways.length, isNarrow: ways === NARROW }] as const),
);

describe.each(MODES)('in %s', (name, locale, options, { turn, of, isNarrow }) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(options);
  }, TEST_MS);
  afterAll(() => browser.close(), TEST_MS);

  const roles = isNarrow ? (['learner', 'instructor'] as const) : (['instructor'] as const);
  test.each(roles)(
    'no page of a %s has a fault',
    (role) =>
      story(browser, `every page ${name} ${role}`, async () => {
        const page = await browser.context.newPage();
        await launch(page, role, locale);
        const faults: Record<string, string[]> = {};
        const pages = Object.entries(await pagesOf(role));
        const seen = pages.filter((_, place) => role === 'learner' || place % of === turn);
        for (const [what, path] of seen) {
          await goTo(page, path);
          await isThere(page);
          faults[what] = await faultsOf(frameOf(stack, page));
          await keepPicture(page, `${locale} ${name}, ${role}, ${what}`);
        }
        await page.close();
        expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual(
          {},
        );
      }),
    TEST_MS,
  );
});

/** Opens an activity as the LMS does for a person who reads this language. */
async function launch(page: Page, role: 'learner' | 'instructor', locale: string): Promise<void> {
  const { simulator } = stack;
  const person = personOf(stack, demoCourse(stack), role);
  person.locale = locale;
  await page.goto(simulator.url);
  await page
    .getByRole('link', { name: `Act as ${person.name}`, exact: true })
    .first()
    .click();
  await page.getByRole('link', { name: collecting.title, exact: true }).click();
  await until('the tool is in the frame', () =>
    page.frames().some((frame) => frame.url().startsWith(`${stack.toolUrl}/app/`)),
  );
  await isThere(page);
  const frame = frameOf(stack, page);
  expect(await frame.evaluate('document.documentElement.lang')).toBe(locale);
  expect(await frame.evaluate('document.documentElement.dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
}

/** As a link within the client goes there. */
async function goTo(page: Page, path: string): Promise<void> {
  await frameOf(stack, page).evaluate(`
    history.pushState(null, '', location.pathname.match(/^\\/app\\/p\\/[^/]+/)[0] + '${path}');
    dispatchEvent(new PopStateEvent('popstate'));
  `);
}

/** Nothing of the page is still on its way. */
async function isThere(page: Page): Promise<void> {
  const waits = () =>
    frameOf(stack, page).evaluate<boolean>(
      'document.querySelector("h1") === null || [...document.querySelectorAll("[data-skeleton]")].some((one) => one.checkVisibility())',
    );
  let quiet = 0;
  await until('the page is there', async () => {
    quiet = (await waits()) ? 0 : quiet + 1;
    return quiet > 4;
  });
}
