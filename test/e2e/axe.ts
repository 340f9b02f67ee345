import axe from 'axe-core';
import type { Frame } from 'playwright-core';

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

/**
 * What axe finds in a page or frame, and whether one has to scroll it sideways.
 *
 * @param within looks only at the elements that one of these selectors finds
 */
export async function faultsOf(frame: Frame, within: string[] = ['html']): Promise<string[]> {
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(
    (include) =>
      (globalThis as unknown as { axe: { run(context: object): Promise<AxeResult> } }).axe.run({ include }),
    within,
  );
  const isWide = await frame.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    ...(isWide ? ['the page scrolls sideways'] : []),
  ];
}
