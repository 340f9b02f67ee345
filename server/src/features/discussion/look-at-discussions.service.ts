import type { CourseScope } from '../../core/course-scope.ts';
import type { Activity } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { Thread } from './discussion.domain.ts';
import { settingsOf } from './discussion-of.service.ts';
import {
  type OneSided,
  oneSidedOf,
  type Silence,
  silencesOf,
  TALK_MIN,
  waitingThreads,
} from './facilitation.domain.ts';
import type { FacilitationStore } from './facilitation.store.ts';
import type { GroupsPort } from './groups-port.service.ts';
import { isUnanswered } from './modes.domain.ts';

const UNANSWERED_MAX = 50;
/** The threads last written in: older ones have said what they have to say. */
const TALKS_MAX = 100;

interface LookPorts {
  readonly course: Pick<CourseService, 'listAllLearners'>;
  readonly groups: Pick<GroupsPort, 'listPeopled'>;
  readonly store: FacilitationStore;
}

/** What there is to look at in a discussion, also what will be only later. */
interface LookedAt {
  /** Nobody has answered them, the oldest first. */
  readonly waiting: readonly Thread[];
  /** Null: nobody is called quiet where nobody is to be known by what they write. */
  readonly silences: readonly Silence[] | null;
  readonly oneSided: readonly OneSided<Thread>[];
}

export type LookAtDiscussions = ReturnType<typeof createLookAtDiscussions>;

/** Looks at a discussion for staff, for their page and for the queue: two round trips one after the other. */
export function createLookAtDiscussions({ course, groups, store }: LookPorts) {
  /** Learners who can write: where groups have spaces of their own, those in a group. */
  async function writersIn(scope: CourseScope, groupSetId: string | null) {
    const [learners, spaces] = await Promise.all([
      course.listAllLearners(scope),
      groupSetId === null ? null : groups.listPeopled(scope, groupSetId),
    ]);
    const inside = spaces && new Set(spaces.flatMap(({ memberIds }) => memberIds));
    return learners.filter(({ id }) => inside === null || inside.has(id));
  }

  async function silencesIn(scope: CourseScope, activity: Activity): Promise<Silence[] | null> {
    const { anonymity, facilitation, groupSetId } = settingsOf(activity);
    if (anonymity === 'full') return null;
    if (facilitation.quietDays === 0) return [];
    const [learners, lastAt] = await Promise.all([
      writersIn(scope, groupSetId),
      store.listLastPosts(scope, activity.id),
    ]);
    const since = activity.opening?.opensAt ?? activity.createdAt;
    return silencesOf(learners, lastAt, since, facilitation.quietDays);
  }

  async function oneSidedIn(scope: CourseScope, activity: Activity) {
    const talks = await store.listTalks(scope, activity.id, TALK_MIN, TALKS_MAX);
    const shares = await store.listShares(
      scope,
      talks.map(({ id }) => id),
    );
    return oneSidedOf(settingsOf(activity).mode, talks, shares);
  }

  return async (scope: CourseScope, activity: Activity, now: Date): Promise<LookedAt> => {
    const { mode, facilitation } = settingsOf(activity);
    const waitsFor = mode === 'question' ? 'noAnswer' : 'noReply';
    const [unanswered, silences, oneSided] = await Promise.all([
      facilitation.unansweredHours === 0
        ? []
        : store.listUnanswered(scope, activity.id, waitsFor, UNANSWERED_MAX),
      silencesIn(scope, activity),
      oneSidedIn(scope, activity),
    ]);
    const open = unanswered.filter((thread) => isUnanswered(mode, thread));
    return { waiting: waitingThreads(open, now), silences, oneSided };
  };
}
