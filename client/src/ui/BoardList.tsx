import type { BoardListProps } from './heavy/BoardList.tsx';
import { makePart } from './part.tsx';
import { Skeleton } from './Skeleton.tsx';

/**
 * One of several columns whose items are put in order and moved between columns: by dragging, or with the keyboard by
 * Enter on the grip, Tab and arrow keys to the new place and Enter again. Beside the columns there must be a way without
 * dragging.
 */
export const BoardList = makePart<BoardListProps>(
  () => import('./heavy/BoardList.tsx'),
  () => <Skeleton isShort />,
);
