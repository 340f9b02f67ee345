import type { SortableListProps } from './heavy/SortableList.tsx';
import { makePart } from './part.tsx';
import { Skeleton } from './Skeleton.tsx';

/**
 * A list to put in order: by dragging, or with the keyboard by Enter on the grip, arrow keys to the new place and Enter
 * again.
 */
export const SortableList = makePart<SortableListProps>(
  () => import('./heavy/SortableList.tsx'),
  () => <Skeleton isShort />,
);
