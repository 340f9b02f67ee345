import { useParams } from 'react-router';
import { MarkingOverview } from '../components/MarkingOverview.tsx';
import { MarkingWorkView } from '../components/MarkingWork.tsx';

/** Marking, one page for all types of activity: all works, or the one that the address names. */
export default function MarkingPage() {
  const { activityId = '', workId } = useParams();
  if (workId === undefined) return <MarkingOverview activityId={activityId} />;
  return <MarkingWorkView activityId={activityId} workId={workId} />;
}
