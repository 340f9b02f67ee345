import { newId } from '../../server/src/core/ids.ts';
import { ApiSession } from '../factories/browserless.ts';
import { until } from '../factories/until.ts';
import type { Course, Person, Simulator } from '../lms-simulator/index.ts';
import { addDemoDiscussions } from './discussion.ts';

const DAY_MS = 86_400_000;
const PATIENCE_SECONDS = 60;

const WORKS = [
  'A bridge carries what would otherwise fall. The beam does it by bending: its upper side is pressed together, its lower side is pulled apart, and the middle does little.',
  'An arch turns every load into pressure, so stone is enough for it. What it asks for in return are banks that do not give way.',
  'The suspension bridge hangs its deck from cables. Cables can only be pulled, which is what steel is best at; the towers take what presses down.',
  'Trusses are beams with the idle parts left out. Each bar is either pushed or pulled, and one can work out which with paper and pencil.',
  'Tacoma Narrows fell because nobody had asked what wind does to a thin deck. Since then models stand in wind tunnels before a single rope is ordered.',
  'Who walks over a bridge should not feel it move. London’s Millennium Bridge swayed on its first day: people fell into step with it, and made it worse.',
  'Wood was the first material and is coming back: glued in layers it spans sixty metres, and it stores carbon instead of costing it.',
  'Bridges fail at their joints. Bearings, bolts and welds are where inspectors look, and where the money for maintenance should go.',
];
const COMMENTS = [
  'Clear from the first sentence. An example with numbers would make it stronger.',
  'I like the comparison. Say where the figure comes from.',
  'The second half goes too fast for me: why does it follow?',
  'Well told. The ending could come back to your question.',
];
const CRITERIA = [
  { id: 'content', title: 'Content', description: 'Is it right, and is it explained?', points: 10 },
  { id: 'language', title: 'Language', description: 'Can one read it without stopping?', points: 5 },
];

interface Activity {
  readonly title: string;
  readonly instructions: string;
  /** In days from now. */
  readonly submissionsClose: number;
  /** How many learners hand in, and how many of those write their reviews. */
  readonly works: number;
  readonly reviewers: number;
  readonly reaches: 'submission' | 'review' | 'release';
}

const ACTIVITIES: readonly Activity[] = [
  {
    title: 'How does a bridge stand?',
    instructions: 'Explain in half a page how a bridge of your choice carries its load.',
    submissionsClose: 2,
    works: 8,
    reviewers: 8,
    reaches: 'release',
  },
  {
    title: 'A bridge that fell',
    instructions: 'Choose a bridge that failed. What was overlooked, and what is done differently since?',
    submissionsClose: 3,
    works: 7,
    reviewers: 3,
    reaches: 'review',
  },
  {
    title: 'A bridge for our town',
    instructions: 'Where would you build a bridge here, and of which kind? Give two reasons.',
    submissionsClose: 7,
    works: 4,
    reviewers: 0,
    reaches: 'submission',
  },
];

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;

/**
 * Fills the demo course with activities in different phases, as its people would: by launches and the tool's own API. A
 * course that has activities is left alone.
 */
export async function addDemoActivities(simulator: Simulator, toolUrl: string): Promise<void> {
  const [course] = simulator.courses;
  if (!course || simulator.institution.linksOf(course).length > 0) return;
  const isReady = async () => (await fetch(`${toolUrl}/readyz`).catch(() => null))?.status === 200;
  await until('the tool is ready', isReady, PATIENCE_SECONDS);
  for (const activity of ACTIVITIES) await add(simulator, toolUrl, course, activity);
  await addDemoDiscussions(simulator, toolUrl, course);
}

async function add(simulator: Simulator, toolUrl: string, course: Course, activity: Activity): Promise<void> {
  const { title, instructions, submissionsClose, works, reviewers, reaches } = activity;
  const open = ({ id: userId }: Person, request: string | { deepLinking: true }) =>
    ApiSession.open(toolUrl, simulator, { courseId: course.id, userId, request });
  const [teacher] = simulator.peopleWith(course, 'instructor');
  if (!teacher) throw new Error('the demo course has no teacher');
  const id = newId();
  const picker = await open(teacher, { deepLinking: true });
  const at = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
  const settings = {
    title,
    instructions,
    points: 20,
    submissionsCloseAt: at(submissionsClose),
    reviewsCloseAt: at(submissionsClose + 4),
    reviewsPerLearner: 2,
    criteria: CRITERIA,
  };
  await picker.ok('PUT', `/activities/${id}/peer-review`, { settings, expectedRevision: 0 });
  const link = simulator.addResourceLink(course, {
    title,
    custom: { activity: id },
    lineItem: { scoreMaximum: settings.points, label: title },
  });
  const learners = await Promise.all(
    simulator
      .peopleWith(course, 'learner')
      .slice(0, works)
      .map((learner) => open(learner, link.id)),
  );
  for (const [index, learner] of learners.entries()) {
    const work = { text: pick(WORKS, index), expectedVersion: 0, expectedRevision: 0 };
    await learner.ok('POST', `/activities/${id}/submission`, work);
  }
  if (reaches === 'submission') return;
  const staff = await open(teacher, link.id);
  await staff.ok('POST', `/activities/${id}/allocation`);
  const phase = async () => (await staff.ok('GET', `/activities/${id}/overview`))['phase'];
  await until('reviews have begun', async () => (await phase()) === 'review', PATIENCE_SECONDS);
  for (const [index, learner] of learners.slice(0, reviewers).entries()) await review(learner, id, index);
  if (reaches === 'release') await staff.ok('POST', `/activities/${id}/release`);
}

/** Writes the reviews that wait for a learner; some give more than others. */
async function review(learner: ApiSession, activityId: string, index: number): Promise<void> {
  const { reviewTasks } = await learner.ok<{ reviewTasks: { reviewId: string }[] }>(
    'GET',
    `/activities/${activityId}/mine`,
  );
  for (const [nth, { reviewId }] of reviewTasks.entries()) {
    const ratings = CRITERIA.map(({ id, points }) => ({
      criterionId: id,
      points: points - ((index * 2 + nth) % 4),
    }));
    const body = { ratings, comment: pick(COMMENTS, index + nth), expectedRevision: 0 };
    await learner.ok('PUT', `/activities/${activityId}/reviews/${reviewId}`, body);
  }
}
