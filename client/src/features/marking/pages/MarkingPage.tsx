import { lazy } from 'react';
import { useParams } from 'react-router';

// Loaded from here, so that the first page does not list what marking is made of.
const MarkingOverview = lazy(async () => ({
  default: (await import('../components/MarkingOverview.tsx')).MarkingOverview,
}));
const MarkingWorkView = lazy(async () => ({
  default: (await import('../components/MarkingWork.tsx')).MarkingWorkView,
}));

/** Marking, one page for all types of activity: all works, or the one that the address names. */
export default function MarkingPage() {
  const { activityId = '', workId } = useParams();
  if (workId === undefined) return <MarkingOverview activityId={activityId} />;
  return <MarkingWorkView activityId={activityId} workId={workId} />;
}
