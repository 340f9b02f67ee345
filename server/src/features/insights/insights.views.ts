import {
  GetProgress,
  GetQueueStaff,
  HomeView,
  QueueOverviewView,
  WaitingItemView,
} from '../../contracts/insights.ts';
import type { SectionFilterView } from '../../contracts/sections.ts';
import type { ActedMatter } from './acts.domain.ts';
import type { OwnMatter, OwnProgress } from './matter.domain.ts';
import type { countsBy } from './queue.domain.ts';

type Names = ReadonlyMap<string, string | null>;

/** A matter of the queue, for staff. */
export const waitingItemView = (matter: ActedMatter, names: Names) => {
  const { key, kind, activityId, code, params, about, since, answerBy, nextAction } = matter;
  const { assigneeId, snoozedUntil, isDone, doneBy, doneAt, actsRevision } = matter;
  const name = about === null ? null : (names.get(about) ?? null);
  return WaitingItemView.parse({
    id: key,
    kind,
    waitsFor: 'staff',
    because: { code, params: { ...params, ...(name !== null && { name }) } },
    since: since.toISOString(),
    until: answerBy?.toISOString() ?? null,
    nextAction,
    activityId,
    assignee: assigneeId === null ? null : { id: assigneeId, name: names.get(assigneeId) ?? null },
    snoozedUntil: snoozedUntil?.toISOString() ?? null,
    done: isDone
      ? { byName: (doneBy !== null && names.get(doneBy)) || null, at: doneAt?.toISOString() }
      : null,
    revision: actsRevision,
  });
};

export const queueOverviewView = (
  { activities, ...counts }: ReturnType<typeof countsBy>,
  named: readonly { readonly id: string; readonly title: string }[],
  sections: SectionFilterView,
) =>
  QueueOverviewView.parse({
    counts: {
      ...counts,
      activities: named.map(({ id, title }) => ({ id, title, count: activities.get(id) ?? 0 })),
    },
    sections,
  });

export const queueStaffView = (staff: readonly { readonly id: string; readonly name: string | null }[]) =>
  GetQueueStaff.response.parse({ staff: staff.map(({ id, name }) => ({ id, name })) });

/** What a learner's home shows; each matter is the learner's own. */
export const homeView = (matters: readonly OwnMatter[]) =>
  HomeView.parse({
    next: matters.map(({ key, code, activityId, params, since, until, answerBy }) => ({
      id: key,
      code,
      activityId,
      groupId: params['groupId'] ?? null,
      title: params['name'],
      count: params['count'],
      since: since.toISOString(),
      until: (answerBy ?? until)?.toISOString() ?? null,
    })),
  });

/** How far a learner is. */
export const progressView = (progress: readonly OwnProgress[]) =>
  GetProgress.response.parse({
    progress: progress.map(({ submittedAt, ...rest }) => ({
      ...rest,
      submittedAt: submittedAt?.toISOString() ?? null,
    })),
  });
