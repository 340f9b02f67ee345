import type { DeliverableView } from '../../contracts/group-deliverables.ts';
import type { ProjectResultView } from '../../contracts/group-grading.ts';
import { GetObservedCopy, ObservedProjectView } from '../../contracts/group-observed.ts';
import type { GroupWorkView } from '../../contracts/group-work.ts';

/** What an observer sees of a learner's own page: the schema leaves out what is not theirs. */
export const observedProjectView = (
  project: GroupWorkView,
  result: ProjectResultView,
  { id, name }: { readonly id: string; readonly name: string | null },
): ObservedProjectView => ObservedProjectView.parse({ ...project, result, learner: { memberId: id, name } });

/** Without what the group is writing, and without who handed in and who has confirmed. */
export const observedCopyView = ({ handedIn }: DeliverableView) =>
  GetObservedCopy.response.parse({ copy: handedIn });
