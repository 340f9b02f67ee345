import { isStaff } from './context.ts';
import type { Session } from './session-store.ts';

/** One page that is always a step away. */
export interface NavigationItem {
  readonly to: string;
  readonly text:
    'app.activity' | 'app.settings' | 'app.groups' | 'app.waiting' | 'app.questionnaires' | 'app.home';
  /** The keys that lead there. */
  readonly keys: string;
}

/** The pages of the activity that the launch led to. Learners have one page with what is due, and their notices. */
export function navigationOf(session: Session): NavigationItem[] {
  const { landing, can } = session;
  const home =
    can.readNotices && !isStaff(session) ? [{ to: '/home', text: 'app.home', keys: 'g h' } as const] : [];
  if (!('activityId' in landing)) return home;
  const activity = `/activities/${landing.activityId}`;
  const own = { to: activity, text: 'app.activity', keys: 'g a' } as const;
  const questionnaires = { to: '/questionnaires', text: 'app.questionnaires', keys: 'g q' } as const;
  if (!isStaff(session)) return can.readNotices ? [own, ...home, questionnaires] : [];
  return [
    own,
    ...(can.editActivities
      ? [{ to: `${activity}/settings`, text: 'app.settings', keys: 'g s' } as const]
      : []),
    ...(can.readGroups ? [{ to: '/groups', text: 'app.groups', keys: 'g g' } as const] : []),
    questionnaires,
    ...(can.readQueue ? [{ to: '/queue', text: 'app.waiting', keys: 'g w' } as const] : []),
  ];
}
