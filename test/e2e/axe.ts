import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

interface Axe {
  run(context: { include: string[] }, options: object): Promise<AxeResult>;
}

/** What WCAG 2.2 AA asks for, without what makes a good page of a site: for mails. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A dialog, while it is open: the page behind it is nothing to a screen reader then. */
export const DIALOG = ['[role="dialog"], [role="alertdialog"]'];

/** Nothing of what is well, and no selectors: a third of the time. */
const ONLY_FAULTS = { resultTypes: ['violations'], selectors: false };

interface Scope {
  /** Tags of the rules; all when absent. */
  readonly tags?: string[];
  /** Only the elements that one of these selectors finds. */
  readonly within?: string[];
}

/** What axe finds in a page or frame, and whether one has to scroll it sideways. */
export async function faultsOf(
  frame: Frame | Page,
  { tags, within = ['html'] }: Scope = {},
): Promise<string[]> {
  if (!(await frame.evaluate<boolean>('"axe" in globalThis'))) await frame.evaluate(axe.source);
  // An editor's tools are there a moment before its text.
  await frame.evaluate<unknown>(
    `new Promise((done) => {
      const from = performance.now();
      const look = () =>
        performance.now() - from > 5_000 ||
        [...document.querySelectorAll('[role="toolbar"][aria-controls]')].every((one) =>
          document.getElementById(one.getAttribute('aria-controls')))
          ? done(null)
          : requestAnimationFrame(look);
      look();
    })`,
  );
  // What fades in meanwhile is measured half seen: what is found is looked for once more.
  const isFine = (await violationsIn(frame, within, tags)).length === 0;
  const violations = isFine ? [] : await violationsIn(frame, within, tags);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    ...(await sidewaysIn(frame)),
  ];
}

/** Whether one has to scroll a page or frame sideways, as a fault. */
export async function sidewaysIn(frame: Frame | Page): Promise<string[]> {
  const isWide = await frame.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  return isWide ? ['the page scrolls sideways'] : [];
}

/** What axe finds when nothing moves any more. */
async function violationsIn(
  frame: Frame | Page,
  include: string[],
  tags: string[] | undefined,
): Promise<AxeResult['violations']> {
  // One that never ends, as of something that is not drawn any more, is not waited for.
  await frame.evaluate<unknown>(
    `Promise.race([
      Promise.allSettled(document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime)).map((one) => one.finished)),
      new Promise((done) => setTimeout(done, 2_000)),
    ]).then(() => null)`,
  );
  const { violations } = await frame.evaluate(
    (asked) => (globalThis as unknown as { axe: Axe }).axe.run({ include: asked.include }, asked.options),
    { include, options: { ...ONLY_FAULTS, ...(tags && { runOnly: tags }) } },
  );
  return violations;
}

/** The tool's frame in a page of the LMS. */
export function toolFrameOf(page: Page, toolUrl: string): Frame {
  const frame = page.frames().find((candidate) => candidate.url().startsWith(toolUrl));
  if (!frame) throw new Error('the tool’s frame is missing');
  return frame;
}
