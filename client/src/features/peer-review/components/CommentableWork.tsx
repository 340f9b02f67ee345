import { makePart } from '../../../ui/part.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { ReviewWorkProps } from './ReviewWork.tsx';
import { WorkView } from './WorkView.tsx';

/**
 * The work that one reviews: it can be read before it can be commented. Its files wait, as one that was opened before would
 * be closed again when the rest comes.
 */
export const CommentableWork = makePart<ReviewWorkProps>(
  () => import('./ReviewWork.tsx'),
  ({ review: { workText, workFiles } }) => (
    <>
      <WorkView text={workText} files={[]} />
      {workFiles.length > 0 && <Skeleton isShort />}
    </>
  ),
);
