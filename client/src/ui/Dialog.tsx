import type { DialogProps } from './heavy/Dialog.tsx';
import { makePart, Nothing } from './part.tsx';

/** A task of its own above the page; rendered while it is open, and gives the focus back afterwards. */
export const Dialog = makePart<DialogProps>(() => import('./heavy/Dialog.tsx'), Nothing);
