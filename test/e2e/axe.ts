import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

interface Axe {
  run(options: { runOnly?: string[] }): Promise<AxeResult>;
}

/** What WCAG 2.2 AA asks for, without what makes a good page of a site: for mails. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds in a frame or page, and whether it has to be scrolled sideways. @param tags of the rules; none: all */
export async function faultsOf(frame: Frame | Page, tags: readonly string[] = []): Promise<string[]> {
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(
    (only) => (globalThis as unknown as { axe: Axe }).axe.run(only.length > 0 ? { runOnly: only } : {}),
    [...tags],
  );
  const isWide = await frame.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    ...(isWide ? ['the page scrolls sideways'] : []),
  ];
}

/** The tool's frame in a page of the LMS. */
export function toolFrameOf(page: Page, toolUrl: string): Frame {
  const frame = page.frames().find((candidate) => candidate.url().startsWith(toolUrl));
  if (!frame) throw new Error('the tool’s frame is missing');
  return frame;
}
