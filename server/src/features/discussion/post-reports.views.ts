import { ListPostReports } from '../../contracts/discussion-reports.ts';
import type { PostReport } from './post-reports.domain.ts';

/** For staff: nothing says who has reported anything. @param names of staff */
export const reportsView = (
  reports: readonly (PostReport & { readonly title: string })[],
  names: ReadonlyMap<string, string | null>,
  next: string | null,
) =>
  ListPostReports.response.parse({
    items: reports.map(({ threadId, n, title, reports: said, state, dismissed, since }) => ({
      threadId,
      n,
      title,
      reasons: said.map(({ by, text, at }) => ({ text, at: at.toISOString(), isWord: by === null })),
      state,
      dismissed: dismissed && {
        byName: names.get(dismissed.by) ?? null,
        at: dismissed.at.toISOString(),
      },
      since: since.toISOString(),
    })),
    next,
  });
