import type { Browser, CDPSession, Frame, Page } from 'playwright-core';
import { connectDatabase } from '../../server/src/platform/database/connect.ts';
import { Person } from '../e2e/people.ts';
import { ApiSession } from '../factories/browserless.ts';
import { startStack, type Stack } from '../factories/stack.ts';
import { until } from '../factories/until.ts';
import type { Figure } from './figure.ts';
import { writeLong } from './long-thread.ts';

const SIZE = 10_000;
const TITLE = 'A long talk';
/** How much slower than this machine. */
const SLOWER = 4;
/** A quick thumb, in CSS pixels for each second. */
const SPEED = 2_000;
const SECONDS = 10;
/** 60 a second; a few come late where other work is done on the machine. */
const FRAMES_BUDGET = 59;
const LOAD_MINUTES = 10;

/** Scrolling in a thread of 10,000 posts: among its first ones, and where all have been loaded. */
export async function benchScrolling(browser: Browser): Promise<Figure[]> {
  const stack = await startStack('moodle');
  const context = await browser.newContext({ viewport: { width: 1280, height: 1600 } });
  try {
    const threadTitle = await prepare(stack);
    const page = await context.newPage();
    const tool = await new Person(page, stack.simulator, 'Ada Ström').open(TITLE);
    await tool.getByRole('link', { name: threadTitle }).click();
    await tool.getByRole('article').first().waitFor();
    const frame = page.frames().find((one) => one.url().startsWith(stack.toolUrl));
    if (!frame) throw new Error('the tool’s frame is missing');
    const control = await context.newCDPSession(page);
    const first = await framesOf(frame, page, control);
    await loadAll(frame);
    const all = await framesOf(frame, page, control);
    return [
      ...figuresOf('scrolling the first of 10,000 posts', first),
      ...figuresOf('scrolling with 10,000 posts loaded', all),
    ];
  } finally {
    await context.close();
    await stack.close();
  }
}

/** @returns the title of the thread */
async function prepare({ simulator, toolUrl, dataDirectory }: Stack): Promise<string> {
  const [course] = simulator.courses;
  const [teacher] = course ? simulator.peopleWith(course, 'instructor') : [];
  if (!course || !teacher) throw new Error('the demo course has no teacher');
  const open = (userId: string) =>
    ApiSession.open(toolUrl, simulator, { courseId: course.id, userId, request: { deepLinking: true } });
  const staff = await open(teacher.id);
  const learners: ApiSession[] = [];
  for (const { id } of simulator.peopleWith(course, 'learner').slice(0, 8)) learners.push(await open(id));
  const database = await connectDatabase({
    mongodbUri: null,
    dataDirectory,
    countCommands: false,
    joinRunning: true,
    onFatal: (error) => {
      throw error;
    },
  });
  const { activityId } = await writeLong(database, staff, learners, SIZE, { title: TITLE });
  await database.close();
  simulator.addResourceLink(course, { title: TITLE, custom: { activity: activityId } });
  return `Of ${SIZE}`;
}

/** Goes to the end of what is there until nothing more comes. */
async function loadAll(frame: Frame): Promise<void> {
  await until(
    'all posts are loaded',
    async () => {
      const last = await frame.evaluate(`(() => {
      const scroller = document.querySelector('[role=feed]').parentElement;
      scroller.scrollTop = scroller.scrollHeight;
      return Number([...document.querySelectorAll('[role=feed] article')].at(-1)?.getAttribute('aria-posinset'));
    })()`);
      return last === SIZE;
    },
    LOAD_MINUTES * 60,
  );
  await frame.evaluate(`(() => {
    const scroller = document.querySelector('[role=feed]').parentElement;
    scroller.scrollTop = scroller.scrollHeight / 2;
  })()`);
  await frame.waitForTimeout(2_000);
}

interface Frames {
  readonly perSecond: number;
  /** The longest time without one, in ms. */
  readonly longest: number;
  readonly pixels: number;
}

/** A thumb that scrolls through the list; each frame that the page draws is counted. */
async function framesOf(frame: Frame, page: Page, control: CDPSession): Promise<Frames> {
  await control.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const box = await frame.locator('[role=feed]').locator('..').boundingBox();
  if (!box) throw new Error('the list is not in sight');
  await page.waitForTimeout(1_000);
  await frame.evaluate(`(() => {
    const scroller = document.querySelector('[role=feed]').parentElement;
    globalThis.drawn = { from: scroller.scrollTop, times: [], ended: false };
    const draw = (time) => {
      drawn.times.push(time);
      if (!drawn.ended) requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  })()`);
  await control.send('Input.synthesizeScrollGesture', {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    yDistance: -SPEED * SECONDS,
    speed: SPEED,
    gestureSourceType: 'mouse',
    preventFling: true,
  });
  const { times, pixels } = await frame.evaluate<{ times: number[]; pixels: number }>(`(() => {
    drawn.ended = true;
    const scroller = document.querySelector('[role=feed]').parentElement;
    return { times: drawn.times, pixels: scroller.scrollTop - drawn.from };
  })()`);
  await control.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
  return { perSecond: gaps.length / seconds, longest: Math.max(...gaps), pixels };
}

function figuresOf(name: string, { perSecond, longest, pixels }: Frames): Figure[] {
  return [
    { name: `${name}: frames per second`, value: perSecond, unit: '', budget: FRAMES_BUDGET, atLeast: true },
    { name: `${name}: longest without one`, value: longest, unit: 'ms' },
    { name: `${name}: passed`, value: pixels, unit: 'px' },
  ];
}
