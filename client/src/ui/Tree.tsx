import type { TreeProps } from './heavy/Tree.tsx';
import { makePart } from './part.tsx';
import { Skeleton } from './Skeleton.tsx';

/** Things within things, to choose one of: arrow keys fold, unfold and move, letters jump. */
export const Tree = makePart<TreeProps>(
  () => import('./heavy/Tree.tsx'),
  () => <Skeleton isShort />,
);
