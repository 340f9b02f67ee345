import type { TabsProps } from './heavy/Tabs.tsx';
import { makePart } from './part.tsx';
import { Skeleton } from './Skeleton.tsx';

/** Sides of one thing, one at a time; pages of their own are links in the navigation instead. */
export const Tabs = makePart<TabsProps>(
  () => import('./heavy/Tabs.tsx'),
  () => <Skeleton isShort />,
);
