import { HomeView, WaitingItemView } from '../../contracts/insights.ts';
import type { Matter, OwnProgress } from './matter.domain.ts';
import type { WaitingItem } from './waiting.domain.ts';

export const waitingItemView = (source: string, { key, since, until, ...item }: WaitingItem) =>
  WaitingItemView.parse({
    ...item,
    id: `${source}/${key}`,
    activityId: item.activityId ?? null,
    since: since.toISOString(),
    until: until?.toISOString() ?? null,
  });

/** What a learner's home shows; each matter is the learner's own. */
export const homeView = (matters: readonly Matter[], progress: readonly OwnProgress[]) =>
  HomeView.parse({
    next: matters.map(({ key, code, activityId, params, since, until }) => ({
      id: key,
      code,
      activityId,
      title: params['name'],
      count: params['count'],
      since: since.toISOString(),
      until: until?.toISOString() ?? null,
    })),
    progress: progress.map(({ submittedAt, ...rest }) => ({
      ...rest,
      submittedAt: submittedAt?.toISOString() ?? null,
    })),
  });
