import { seededRandom } from '../../server/src/core/random.ts';
import { newId } from '../../server/src/core/ids.ts';
import { ApiSession } from '../factories/browserless.ts';
import { buildSettings } from '../factories/roundtable.ts';
import { type Stack, startStack } from '../factories/stack.ts';
import type { Course, Fault, Person, ProfileName } from '../lms-simulator/index.ts';
import { countScores, type GradeReport } from './grade-report.ts';
import { changeReviews, type PointsOf, readLedger, seedReviews, withToolData } from './tool-data.ts';

export interface TrialOptions {
  readonly members: number;
  readonly kills: number;
  readonly profile: ProfileName;
  /** The same seed kills at the same moments and changes the same grades. */
  readonly seed: string;
  readonly say: (line: string) => void;
}

/** Three requests in ten are refused or fail, one in twenty is stored but never answered (spec/gradebook.md). */
const SCORE_FAULTS: readonly Fault[] = [
  { drop: 'after', probability: 0.05 },
  { status: 429, probability: 0.1 },
  { status: 429, retryAfter: 1, probability: 0.01 },
  { status: 500, probability: 0.1 },
  { status: 503, probability: 0.13 },
];
const READ_FAULTS: readonly Fault[] = [
  { status: 429, probability: 0.1 },
  { status: 500, probability: 0.12 },
  { status: 503, probability: 0.12 },
];
/** How long the tool lives between two kills, in ms: a random share of this and a little. */
const LIFE_MS = 3_000;
/** The share of members whose grade changes between two lives. */
const REGRADED = 0.05;
const SETTLE_MINUTES = 60;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Grades of many members on their way to an LMS that fails and drops, while the tool is killed again and again and
 * grades change; then both sides are compared, entry by entry.
 */
export async function runGradeTrial(options: TrialOptions): Promise<GradeReport> {
  const { members, kills, profile, seed, say } = options;
  const random = seededRandom(seed);
  const stack = await startStack(profile);
  try {
    const nextPoints = newPoints(random);
    const world = await prepare(stack, members, nextPoints);
    say(`${members} members are there; the LMS fails from now on.`);
    stack.simulator.misbehave.reseed(1);
    stack.simulator.misbehave.set('scores', ...SCORE_FAULTS);
    for (const kind of ['results', 'lineitems'] as const) stack.simulator.misbehave.set(kind, ...READ_FAULTS);
    stack.simulator.requests.clear();
    const begun = performance.now();
    await release(stack, world);
    for (let n = 1; n <= kills; n += 1) {
      await sleep(200 + random() * LIFE_MS);
      await stack.kill();
      const regraded = world.people.filter(() => random() < REGRADED);
      await withToolData(stack.dataDirectory, (connection) =>
        changeReviews(connection, world.activityId, regraded, nextPoints),
      );
      await stack.restart();
      await release(stack, world);
      const { length: posts } = stack.simulator.requests.ofKind('scores');
      say(`killed ${n} times; ${posts} scores have reached the LMS`);
    }
    await untilSent(stack, world, say);
    await stack.stop();
    const seconds = (performance.now() - begun) / 1000;
    const ledger = await withToolData(stack.dataDirectory, (connection) =>
      readLedger(connection, world.activityId),
    );
    return { ...countScores(stack.simulator, world.course, world.points, ledger), kills, seconds };
  } finally {
    await stack.close();
  }
}

/**
 * Points of 100 that a person has not had before: a grade that comes back is sent once more rightly, but its comment
 * would look like one that was taken twice.
 */
function newPoints(random: () => number): PointsOf {
  const had = new Map<string, Set<number>>();
  return ({ id }) => {
    const before = had.get(id) ?? new Set();
    had.set(id, before);
    let points = Math.floor(random() * 101);
    while (before.has(points)) points = (points + 1) % 101;
    before.add(points);
    return points;
  };
}

interface World {
  readonly course: Course;
  readonly people: readonly Person[];
  readonly activityId: string;
  readonly linkId: string;
  readonly points: number;
}

async function openAsTeacher(
  { simulator, toolUrl }: Stack,
  course: Course,
  linkId?: string,
): Promise<ApiSession> {
  const [teacher] = simulator.peopleWith(course, 'instructor');
  if (!teacher) throw new Error('the demo course has no teacher');
  const request = linkId ?? { deepLinking: true as const };
  return ApiSession.open(toolUrl, simulator, { courseId: course.id, userId: teacher.id, request });
}

async function prepare(stack: Stack, members: number, pointsOf: PointsOf): Promise<World> {
  const { simulator } = stack;
  const [course] = simulator.courses;
  if (!course) throw new Error('the demo course is missing');
  const people = Array.from({ length: members }, (_, n) =>
    simulator.addPerson(course, { role: 'learner', givenName: 'Learner', familyName: String(n) }),
  );
  const activityId = newId();
  const points = 20;
  const settings = buildSettings({ points });
  const picker = await openAsTeacher(stack, course);
  await picker.ok('PUT', `/activities/${activityId}/peer-review`, { settings, expectedRevision: 0 });
  const link = simulator.addResourceLink(course, {
    title: 'Essay',
    custom: { activity: activityId },
    lineItem: { scoreMaximum: points, label: 'Essay' },
  });
  await openAsTeacher(stack, course, link.id);
  await stack.stop();
  await withToolData(stack.dataDirectory, (connection) =>
    seedReviews(connection, activityId, people, pointsOf),
  );
  await stack.restart();
  return { course, people, activityId, linkId: link.id, points };
}

/** Asks for the grades to be released, as a person does who finds the page again after an outage. */
async function release(stack: Stack, { course, linkId, activityId }: World): Promise<void> {
  const teacher = await openAsTeacher(stack, course, linkId);
  await teacher.ok('POST', `/activities/${activityId}/release`);
}

/** Waits until the release is carried out and the tool believes that the LMS has everything. */
async function untilSent(stack: Stack, world: World, say: (line: string) => void): Promise<void> {
  const end = performance.now() + SETTLE_MINUTES * 60_000;
  const teacher = await openAsTeacher(stack, world.course, world.linkId);
  let quiet = 0;
  for (let second = 0; quiet < 3; second += 1) {
    if (performance.now() > end) throw new Error('grades still wait after an hour');
    await sleep(1_000);
    const pending = await pendingIn(stack);
    quiet = pending === 0 && !(await isReleasing(teacher, world)) ? quiet + 1 : 0;
    if (second % 15 === 0) say(`${pending} grades and hand-ins wait`);
  }
}

async function pendingIn({ metricsUrl }: Stack): Promise<number> {
  const text = await (await fetch(metricsUrl)).text();
  const pending = /^roundtable_grade_outbox_pending (\S+)/m.exec(text)?.[1];
  const settled = /^roundtable_grades\{state="settled"\} (\S+)/m.exec(text)?.[1];
  // Hand-ins come by events of their own: none has come yet.
  return Number(settled) === 0 ? Number.NaN : Number(pending);
}

async function isReleasing(teacher: ApiSession, { activityId }: World): Promise<boolean> {
  const { status, body } = await teacher.call<{ working: unknown }>(
    'GET',
    `/activities/${activityId}/overview`,
  );
  if (status === 200) return body.working === 'releasing';
  // The bearer has run out in the meantime; by then the release is long over.
  if (status === 401) return false;
  throw new Error(`the overview answered ${status}`);
}
