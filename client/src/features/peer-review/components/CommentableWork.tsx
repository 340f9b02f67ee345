import { makePart } from '../../../ui/part.tsx';
import type { ReviewWorkProps } from './ReviewWork.tsx';
import { WorkView } from './WorkView.tsx';

/** The work that one reviews: it can be read before it can be commented. */
export const CommentableWork = makePart<ReviewWorkProps>(
  () => import('./ReviewWork.tsx'),
  ({ review: { workText, workFiles, workLinks } }) => (
    <WorkView text={workText} files={workFiles} links={workLinks} />
  ),
);
