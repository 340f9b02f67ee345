import type { ActionBarProps } from './heavy/ActionBar.tsx';
import { makePart, Nothing } from './part.tsx';

/** What can be done with the things that are picked; in sight however long the page is, rendered while some are. */
export const ActionBar = makePart<ActionBarProps>(() => import('./heavy/ActionBar.tsx'), Nothing);
