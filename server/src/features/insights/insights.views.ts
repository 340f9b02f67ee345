import { WaitingItemView } from '../../contracts/insights.ts';
import type { WaitingItem } from './waiting.domain.ts';

export const waitingItemView = (source: string, { key, since, until, ...item }: WaitingItem) =>
  WaitingItemView.parse({
    ...item,
    id: `${source}/${key}`,
    since: since.toISOString(),
    until: until?.toISOString() ?? null,
  });
