/** `npm run bench:client`: what the client weighs and how it feels, each figure beside its budget; ends with 1 when one is over. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { newId } from '../../server/src/core/ids.ts';
import { BUDGET, FIRST_PAGES, largest, readReport, scriptsOf, weightOf } from '../bundle/report.ts';
import { Person } from '../e2e/people.ts';
import { ApiSession } from '../factories/browserless.ts';
import { buildSettings } from '../factories/roundtable.ts';
import { startSimulatedLms } from '../factories/simulated-lms.ts';
import type { Course, Simulator } from '../lms-simulator/index.ts';
import { type Figure, holds, lineOf, median } from './figure.ts';
import { startChild, untilReady } from './processes.ts';
import { benchScrolling } from './scrolling.ts';

/** spec/quality.md */
const LCP_MS = 1000;
const INP_MS = 100;
const CLS = 0.02;
const SLOWER = 4;

const ROUNDS = 5;
const TITLE = 'Essay on bridges';
const WORDS = 'A bridge carries what would otherwise fall, and tells how. '.repeat(60);
const require = createRequire(import.meta.url);
const VITALS = readFileSync(join(dirname(require.resolve('web-vitals')), 'web-vitals.iife.js'), 'utf8');
/** In every frame, before its own scripts; the content security policy is for those alone. */
const WATCH = `${VITALS}
  globalThis.vitals = { INP: 0, CLS: 0 };
  webVitals.onLCP(({ value }) => { vitals.LCP = value; }, { reportAllChanges: true });
  // Event Timing lets a letter that moves nothing else last until the next paint of something else: 750 ms when one waits
  // for 750 ms before the next key, while the letter itself is painted after 25 ms. So each input is timed here, to the
  // end of the rendering update that follows it, and one more frame for the screen.
  const drawn = new MessageChannel();
  let first = Infinity;
  drawn.port1.onmessage = () => {
    vitals.INP = Math.max(vitals.INP, performance.now() - first + 17);
    first = Infinity;
  };
  for (const type of ['pointerdown', 'pointerup', 'click', 'keydown', 'keyup'])
    addEventListener(type, ({ timeStamp }) => {
      if (first === Infinity) requestAnimationFrame(() => drawn.port2.postMessage(null));
      first = Math.min(first, timeStamp);
    }, { capture: true, passive: true });
  // In a frame of the same process Chromium does not know that an input came just before (hadRecentInput), so what a press
  // opens would count; the sum of all others is at least the CLS.
  let lastInput = -Infinity;
  for (const type of ['pointerdown', 'keydown'])
    addEventListener(type, ({ timeStamp }) => { lastInput = timeStamp; }, { capture: true, passive: true });
  new PerformanceObserver((list) => {
    for (const { startTime, value } of list.getEntries()) if (startTime - lastInput > 500) vitals.CLS += value;
  }).observe({ type: 'layout-shift', buffered: true });`;

interface Visit {
  readonly lcp: number;
  readonly inp: number;
  readonly cls: number;
  /** Scripts and style sheets that had arrived by then. */
  readonly files: readonly string[];
}

interface Role {
  readonly person: string;
  readonly page: keyof typeof FIRST_PAGES;
  /** What such a person does first: each press and key counts as an interaction. */
  readonly work: (frame: Frame, page: Page) => Promise<void>;
}

const ROLES: Record<string, Role> = {
  learner: {
    person: 'Ada Ström',
    page: 'learner',
    async work(frame, page) {
      const text = frame.getByRole('textbox', { name: 'Your work' });
      await text.click();
      await page.keyboard.type('A bridge carries what would otherwise fall.', { delay: 20 });
      await frame.getByText(/^Saved /).waitFor();
      await frame.getByText('What reviewers judge by').click();
      await frame.getByText('What reviewers judge by').click();
    },
  },
  staff: {
    person: 'Tessa Teacher',
    page: 'staff',
    async work(frame, page) {
      await frame.getByRole('button', { name: 'Handed in' }).click();
      await frame.getByRole('searchbox', { name: 'Search' }).click();
      await page.keyboard.type('ada', { delay: 60 });
      await frame.getByRole('button', { name: 'Columns' }).click();
      await frame.getByRole('menuitemcheckbox', { name: 'Grade', exact: true }).click();
      await page.keyboard.press('Escape');
      await frame.getByRole('button', { name: 'Start reviews' }).click();
      await frame.getByRole('button', { name: 'Cancel' }).click();
    },
  },
};

/** A peer review in which half of the learners have handed in. */
async function prepare(simulator: Simulator, toolUrl: string, course: Course): Promise<void> {
  const id = newId();
  const open = (userId: string, request: string | { deepLinking: true }) =>
    ApiSession.open(toolUrl, simulator, { courseId: course.id, userId, request });
  const [teacher] = simulator.peopleWith(course, 'instructor');
  if (!teacher) throw new Error('the demo course has no teacher');
  const instructor = await open(teacher.id, { deepLinking: true });
  const settings = buildSettings({ title: TITLE, instructions: WORDS.slice(0, 600) });
  await instructor.ok('PUT', `/activities/${id}/peer-review`, { settings, expectedRevision: 0 });
  const link = simulator.addResourceLink(course, { title: TITLE, custom: { activity: id } });
  const learners = simulator.peopleWith(course, 'learner');
  for (const [index, { id: userId }] of learners.entries()) {
    const session = await open(userId, link.id);
    // The first one is who writes.
    if (index === 0 || index % 2 === 1) continue;
    const body = { text: WORDS, expectedVersion: 0, expectedRevision: 0 };
    await session.ok('POST', `/activities/${id}/submission`, body);
  }
}

const toolFrame = (page: Page, toolUrl: string): Frame => {
  const frame = page.frames().find((candidate) => candidate.url().startsWith(toolUrl));
  if (!frame) throw new Error('the tool’s frame is missing');
  return frame;
};

/** One visit with nothing in the browser's cache. */
async function visit(browser: Browser, simulator: Simulator, toolUrl: string, role: Role): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    await context.addInitScript(WATCH);
    const page = await context.newPage();
    const control = await context.newCDPSession(page);
    await control.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await new Person(page, simulator, role.person).open(TITLE);
    const frame = toolFrame(page, toolUrl);
    await page.waitForLoadState('networkidle');
    // A first input ends the search for the largest paint.
    const painted = await frame.evaluate(() => {
      const { vitals } = globalThis as unknown as { vitals: { LCP: number } };
      const entries: unknown[] = performance.getEntriesByType('resource');
      const arrived = (entries as { name: string; responseEnd: number }[]).filter(
        ({ responseEnd }) => responseEnd <= vitals.LCP,
      );
      return { lcp: vitals.LCP, files: arrived.map(({ name }) => name) };
    });
    await role.work(frame, page);
    await page.waitForTimeout(500);
    const felt = await frame.evaluate(() => {
      const { vitals } = globalThis as unknown as { vitals: { INP: number; CLS: number } };
      return { inp: vitals.INP, cls: vitals.CLS };
    });
    return { ...painted, ...felt };
  } finally {
    await context.close();
  }
}

function figuresOf(name: string, visits: readonly Visit[]): Figure[] {
  const report = readReport();
  const isLearner = name === 'learner';
  const assets = visits.map(({ files }) => files.map((file) => file.replace(/^.*\/(?=assets\/)/, '')));
  const scripts = assets.map(
    (files) =>
      weightOf(
        report,
        files.filter((file) => file in report.chunks),
      ).scripts,
  );
  const styles = assets.map((files) => files.reduce((sum, file) => sum + (report.css[file] ?? 0), 0));
  return [
    {
      name: `${name}: scripts before the first useful paint, gzip`,
      value: median(scripts) / 1000,
      unit: 'kB',
      ...(isLearner && { budget: BUDGET.scripts / 1000 }),
    },
    {
      name: `${name}: styles before the first useful paint, gzip`,
      value: median(styles) / 1000,
      unit: 'kB',
      ...(isLearner && { budget: BUDGET.styles / 1000 }),
    },
    { name: `${name}: LCP`, value: median(visits.map(({ lcp }) => lcp)), unit: 'ms', budget: LCP_MS },
    { name: `${name}: INP`, value: median(visits.map(({ inp }) => inp)), unit: 'ms', budget: INP_MS },
    { name: `${name}: CLS`, value: median(visits.map(({ cls }) => cls)), unit: '', budget: CLS },
  ];
}

async function measure(): Promise<boolean> {
  let isWithin = true;
  const tell = (figures: readonly Figure[]): void => {
    for (const figure of figures) process.stdout.write(`${lineOf(figure)}\n`);
    isWithin &&= figures.every(holds);
  };
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-bench-'));
  const { simulator, toolUrl, environment } = await startSimulatedLms('moodle', directory);
  const tool = startChild('server/src/main.js', [], { ...environment, LOG_LEVEL: 'silent' });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    // The frame in the process of the page around it, so that slowing down the page slows down the frame.
    args: ['--disable-site-isolation-trials', '--disable-features=IsolateOrigins,site-per-process'],
  });
  try {
    await untilReady(`${toolUrl}/readyz`);
    const [course] = simulator.courses;
    if (!course) throw new Error('the demo course is missing');
    await prepare(simulator, toolUrl, course);
    for (const [name, role] of Object.entries(ROLES)) {
      const visits: Visit[] = [];
      // The first visit also warms up the server.
      for (let round = 0; round <= ROUNDS; round++) {
        const result = await visit(browser, simulator, toolUrl, role);
        if (round > 0) visits.push(result);
      }
      tell(figuresOf(name, visits));
    }
    tell(await benchScrolling(browser));
  } finally {
    await browser.close();
    await tool.stop();
    await simulator.close();
    rmSync(directory, { recursive: true, force: true });
  }
  return isWithin;
}

const report = readReport();
for (const [who, page] of Object.entries(FIRST_PAGES)) {
  const lines = largest(report, scriptsOf(report, page), 5);
  process.stdout.write(
    `largest modules of the first page, ${who} (before they are made small):\n  ${lines.join('\n  ')}\n`,
  );
}
process.exitCode = (await measure()) ? 0 : 1;
