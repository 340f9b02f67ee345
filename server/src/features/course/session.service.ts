import type { SessionView } from '../../contracts/session.ts';
import { BEARER_SECONDS } from '../../contracts/limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { can } from '../../core/permissions.ts';
import type { BearerClaims, Bearers } from '../../platform/http/ports.ts';
import type {
  DeepLinkingRequest,
  GradingView,
  LaunchSessions,
  OpenedSession,
} from '../../platform/lti/ports.ts';
import type { CourseStore } from './course.store.ts';

type Person = Pick<BearerClaims, 'role' | 'readOnly' | 'testUser' | 'name'>;

export type SessionService = ReturnType<typeof createSessionService>;

/** Opens and renews the client's session (DESIGN §4). */
export function createSessionService(
  sessions: LaunchSessions,
  bearers: Bearers,
  store: CourseStore,
  clock: Clock,
) {
  async function view(
    session: OpenedSession,
    person: Person,
    activityId: string | null,
  ): Promise<SessionView> {
    const now = clock.now();
    const expiresAt = new Date(Math.min(now.getTime() + BEARER_SECONDS * 1000, session.endsAt.getTime()));
    const { courseId, platformId, deploymentId, memberId, launchId } = session;
    const bearer = await bearers.sign(
      { courseId, platformId, deploymentId, memberId, launchId, ...person },
      now,
      expiresAt,
    );
    const actor = { role: person.role, readOnly: person.readOnly };
    return {
      bearer,
      bearerExpiresAt: expiresAt.toISOString(),
      now: now.toISOString(),
      sessionEndsAt: session.endsAt.toISOString(),
      member: { id: memberId, name: person.name, role: person.role },
      course: { title: session.courseTitle },
      locale: session.locale,
      returnUrl: session.returnUrl,
      landing: landingOf(session, person, activityId),
      can: abilitiesOf(actor),
    };
  }

  return {
    /** Trades the one-time code: one round trip. @throws AppError CODE_USED_OR_EXPIRED */
    async open(code: string): Promise<SessionView> {
      const session = await sessions.redeemCode(code);
      if (!session) throw new AppError('CODE_USED_OR_EXPIRED');
      return view(session, session, session.activityId);
    },

    /**
     * A new bearer with the member's present role and the link's present activity.
     * What a former role allowed ends here: at the latest when the bearer that says it expires.
     * @throws AppError SESSION_EXPIRED, MEMBER_LEFT when the person is in the course no more.
     */
    async renew(scope: CourseScope, launchId: string, memberId: string): Promise<SessionView> {
      const session = await sessions.findSession(launchId);
      if (!session || session.memberId !== memberId) throw new AppError('SESSION_EXPIRED');
      const [[member], link] = await Promise.all([
        store.findMembers(scope, [memberId]),
        session.resourceLinkId ? store.findLink(scope, session.resourceLinkId) : null,
      ]);
      if (!member) throw new AppError('SESSION_EXPIRED');
      if (member.status !== 'active') throw new AppError('MEMBER_LEFT');
      return view(session, member, link?.activityId ?? null);
    },
  };
}

/** What the client's pages go by. */
export const abilitiesOf = (actor: Pick<Person, 'role' | 'readOnly'>): SessionView['can'] => ({
  editActivities: can(actor, 'activity.edit'),
  readQueue: can(actor, 'queue.read'),
  readNotices: can(actor, 'notices.own'),
  readGroups: can(actor, 'groups.read'),
  ownGroups: can(actor, 'groups.own'),
  readWork: can(actor, 'work.read'),
  rehearse: can(actor, 'activity.rehearse'),
});

function landingOf(
  session: OpenedSession,
  person: Person,
  activityId: string | null,
): SessionView['landing'] {
  const { deepLinking, gradingView } = session;
  const mayLink = can(person, 'activity.link');
  if (deepLinking) return mayLink ? deepLinkingLanding(deepLinking) : { kind: 'notAllowed' };
  if (gradingView) return gradingLanding(gradingView, person);
  if (activityId) return { kind: 'activity', activityId };
  return mayLink ? { kind: 'setUp', suggestedTitle: session.resourceLinkTitle ?? '' } : { kind: 'notReady' };
}

const deepLinkingLanding = (request: DeepLinkingRequest): SessionView['landing'] => ({
  kind: 'deepLinking',
  acceptsActivities: request.acceptTypes.includes('ltiResourceLink'),
  acceptTypes: [...request.acceptTypes],
  acceptMultiple: request.acceptMultiple,
  acceptLineItem: request.acceptLineItem,
  acceptDates: request.acceptDates,
  autoCreate: request.autoCreate,
});

/** Only staff see a learner's work; whoever else comes by its address gets the own page of the activity. */
function gradingLanding(view: GradingView, person: Person): SessionView['landing'] {
  if (view.type === 'notHere') return { kind: 'notHere' };
  const { activityId, memberId, version } = view;
  return can(person, 'work.read')
    ? { kind: 'work', activityId, memberId, version }
    : { kind: 'activity', activityId };
}
