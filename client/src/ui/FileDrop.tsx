import type { FileDropProps } from './heavy/FileDrop.tsx';
import { makePart } from './part.tsx';
import { Skeleton } from './Skeleton.tsx';

/** Takes files by drop, paste or choice and shows how far each has come; the caller sends them. */
export const FileDrop = makePart<FileDropProps>(
  () => import('./heavy/FileDrop.tsx'),
  () => <Skeleton isShort />,
);
