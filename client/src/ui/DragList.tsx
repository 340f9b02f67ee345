import type { DragListProps } from './heavy/DragList.tsx';
import { makePart } from './part.tsx';
import { Skeleton } from './Skeleton.tsx';

/**
 * One of several lists between which items are moved: by dragging, or with the keyboard by Enter on the grip, Tab to
 * another list and Enter again. Several that are picked move together. Beside the lists there must be a way
 * without dragging.
 */
export const DragList = makePart<DragListProps>(
  () => import('./heavy/DragList.tsx'),
  () => <Skeleton isShort />,
);
