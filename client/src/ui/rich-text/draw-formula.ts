import temml from 'temml';

/** Macros of a formula's own are unfolded at most so often, and nothing is drawn larger than this many em. */
const BOUNDS = { maxExpand: 500, maxSize: [50, 50] as [number, number] };

/**
 * Draws LaTeX as MathML into an element, by elements and never by HTML text. No command of it can load or link anything.
 *
 * @returns false when it cannot be read; the element is then empty.
 */
export function drawFormula(element: HTMLElement, latex: string, isBlock: boolean): boolean {
  try {
    temml.render(latex, element, {
      ...BOUNDS,
      displayMode: isBlock,
      trust: false,
      throwOnError: true,
      annotate: true,
    });
    return true;
  } catch {
    element.replaceChildren();
    return false;
  }
}
