import { newId } from '../../server/src/core/ids.ts';
import { ApiSession } from '../factories/browserless.ts';
import { until } from '../factories/until.ts';
import type { Course, Person, Simulator } from '../lms-simulator/index.ts';

const DAY_MS = 86_400_000;
const PATIENCE_SECONDS = 60;
const MARKED = 2;

const THREADS = [
  [
    'Stone or steel?',
    'Stone lasts for two thousand years without anybody painting it. Why do we build of steel?',
  ],
  [
    'A bridge that moves',
    'Tower Bridge opens eight hundred times a year. Is that worth it, or would a tunnel do?',
  ],
  ['Wood again', 'Glued wood carries trains by now. What would you have to know before you trust it?'],
] as const;
const REPLIES = [
  'I had not thought of that. What would it cost to keep it?',
  'I see it differently: the weather decides, and here it is wet for half of the year.',
  'There is one like it in my town, and people love it.',
];

interface DemoDiscussion {
  readonly title: string;
  /** In days from now. */
  readonly ends: number;
  /** Whether staff have marked, and grades are released. */
  readonly isGraded: boolean;
}

const DISCUSSIONS: readonly DemoDiscussion[] = [
  { title: 'Which bridge would you cross?', ends: 6, isGraded: false },
  { title: 'What makes a bridge beautiful?', ends: 1, isGraded: true },
];

/** Adds discussions with milestones, in which the people of the demo course have written; one of them is graded. */
export async function addDemoDiscussions(
  simulator: Simulator,
  toolUrl: string,
  course: Course,
): Promise<void> {
  for (const discussion of DISCUSSIONS) await add(simulator, toolUrl, course, discussion);
}

async function add(
  simulator: Simulator,
  toolUrl: string,
  course: Course,
  demo: DemoDiscussion,
): Promise<void> {
  const { title, ends, isGraded } = demo;
  const open = ({ id: userId }: Person, request: string | { deepLinking: true }) =>
    ApiSession.open(toolUrl, simulator, { courseId: course.id, userId, request });
  const [teacher] = simulator.peopleWith(course, 'instructor');
  if (!teacher) throw new Error('the demo course has no teacher');
  const id = newId();
  const at = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
  const milestone = { count: 1, words: 10, differentPeople: false, points: 5 };
  const settings = {
    title,
    prompt: 'Start a thread of your own, then answer two others.',
    points: 10,
    mode: 'open',
    depth: 3,
    submissionsCloseAt: at(ends),
    milestones: [
      { ...milestone, n: 1, kind: 'thread', dueAt: at(ends / 2) },
      { ...milestone, n: 2, kind: 'reply', count: 2, words: 5, differentPeople: true, dueAt: null },
    ],
    grading: {
      by: 'both',
      milestonesPercent: 50,
      criteria: [
        { id: 'thought', title: 'Thought', description: 'Does it go beyond the obvious?', points: 10 },
      ],
    },
  };
  const picker = await open(teacher, { deepLinking: true });
  await picker.ok('PUT', `/discussions/${id}`, { settings, expectedRevision: 0 });
  const lineItem = { scoreMaximum: settings.points, label: title };
  const link = simulator.addResourceLink(course, { title, custom: { activity: id }, lineItem });
  const people = simulator.peopleWith(course, 'learner').slice(0, THREADS.length);
  const learners = await Promise.all(people.map((person) => open(person, link.id)));
  await discuss(learners, `/discussions/${id}`);
  if (!isGraded) return;
  const staff = await open(teacher, link.id);
  for (const { memberId } of learners.slice(0, MARKED)) {
    const ratings = [{ criterionId: 'thought', points: 8 }];
    const mark = {
      ratings,
      comment: 'You ask what others take for granted.',
      posts: [],
      expectedRevision: 0,
    };
    await staff.ok('PUT', `/discussions/${id}/participants/${memberId}/mark`, mark);
  }
  await staff.ok('POST', `/discussions/${id}/release`);
  const isDone = async () => (await staff.ok('GET', `/discussions/${id}/grades`))['working'] === null;
  await until('the grades of the discussion are released', isDone, PATIENCE_SECONDS);
}

/** Everybody starts a thread and answers the others. */
async function discuss(learners: readonly ApiSession[], path: string): Promise<void> {
  const threads: string[] = [];
  for (const [index, learner] of learners.entries()) {
    const [title, text] = THREADS[index] ?? THREADS[0];
    const threadId = newId();
    threads.push(threadId);
    await learner.ok('PUT', `${path}/threads/${threadId}`, { title, text, draftRevision: 0 });
  }
  for (const [index, learner] of learners.entries())
    for (const threadId of threads.filter((_, at) => at !== index))
      await learner.ok('POST', `${path}/threads/${threadId}/posts`, {
        id: newId(),
        replyTo: 1,
        text: REPLIES[index % REPLIES.length],
        draftRevision: 0,
      });
}
