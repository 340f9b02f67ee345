import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { fingerprint } from '../../core/ids.ts';
import type { VerifiedLaunch } from '../../platform/lti/ports.ts';
import type { ActivityService, By } from '../activity/index.ts';
import type { CopyService } from './copy.service.ts';
import type { LaunchedLink, ResourceLink } from './course.domain.ts';
import type { CourseStore } from './course.store.ts';
import type { LmsDatesService } from './lms-dates.service.ts';
import { RecentlySaved } from './recently-saved.service.ts';

/** How long a link without an activity is believed to have none. */
const UNLINKED_MS = 2_000;

interface LaunchedPlace {
  readonly scope: CourseScope;
  readonly link: LaunchedLink;
  readonly launch: VerifiedLaunch;
  readonly by: By;
  readonly linked: (activityId: string) => DomainEvent;
}

/** Keeps the link of a launch, and finds the activity it leads to: the one it names, or the copy of the one it stood for. */
export function createLaunchLinkService(
  store: CourseStore,
  activities: ActivityService,
  copies: CopyService,
  lmsDates: Pick<LmsDatesService, 'follow'>,
  clock: Clock,
  eventsWritten: () => void,
) {
  const saved = new RecentlySaved<ResourceLink>();

  /** The activity that a deep-linked item names, if this course has it; a copied course's link names another's. */
  async function namedActivity({ scope, launch }: LaunchedPlace): Promise<string | null> {
    const named = launch.custom['activity'];
    return named !== undefined && (await activities.find(scope, named)) ? named : null;
  }

  async function pointTo(
    place: LaunchedPlace,
    link: ResourceLink,
    activityId: string,
  ): Promise<ResourceLink> {
    if (await store.linkActivity(place.scope, link.id, activityId, place.linked(activityId))) {
      eventsWritten();
      return { ...link, activityId };
    }
    // Somebody else was faster, perhaps with another activity.
    return (await store.findLink(place.scope, link.id)) ?? link;
  }

  async function resolve(place: LaunchedPlace): Promise<ResourceLink> {
    const { scope, link, launch, by } = place;
    const named = await namedActivity(place);
    const kept = await store.saveLink(link, named);
    if (kept.activityId && link.dates?.submissionUntil) await lmsDates.follow(scope, kept.activityId);
    if (kept.activityId) return kept;
    const activityId = named ?? (await copies.findOrMake(scope, launch, by));
    return activityId ? pointTo(place, kept, activityId) : kept;
  }

  /** @returns the link as it is now. */
  return async function saveLink(place: LaunchedPlace): Promise<ResourceLink> {
    const { link, launch } = place;
    const { copiedFrom, custom } = launch;
    const hash = fingerprint([link, custom['activity'], copiedFrom]);
    // Staff and learners tell different things of the same link.
    const key = link.dates === undefined ? link.id : `${link.id}/staff`;
    const now = clock.now().getTime();
    const known = saved.find(key, hash, now);
    if (known) return known;
    const resolved = await resolve(place);
    // A link that points nowhere yet may be pointed somewhere at any moment: it is believed for a moment only.
    saved.remember(key, hash, resolved, resolved.activityId ? Infinity : now + UNLINKED_MS);
    return resolved;
  };
}
