import type { BulkPreview } from '../bulk-api.ts';
import { useWorkName } from '../use-work-name.ts';

interface WorkNameProps {
  readonly work: Pick<BulkPreview['rows'][number], 'learner' | 'sign' | 'part'>;
}

/** How a work is called, with the part of its activity that it is of. */
export function WorkName({ work }: WorkNameProps) {
  const nameOf = useWorkName();
  return (
    <>
      <bdi>{nameOf(work)}</bdi>
      {work.part !== null && (
        <>
          {' '}
          (<bdi>{work.part}</bdi>)
        </>
      )}
    </>
  );
}
