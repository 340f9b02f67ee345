import { useLocation } from 'react-router';

/** Where the pages are of what is graded: an activity, or a questionnaire. */
export function useGradedPlace(id: string): string {
  const { pathname } = useLocation();
  return `/${pathname.startsWith('/questionnaires/') ? 'questionnaires' : 'activities'}/${id}`;
}
