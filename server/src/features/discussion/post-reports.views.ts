import { ListPostReports } from '../../contracts/discussion-reports.ts';
import type { PostReport } from './post-reports.domain.ts';

/** For staff: nothing says who has reported anything. */
export const reportsView = (reports: readonly (PostReport & { readonly title: string })[]) =>
  ListPostReports.response.parse({
    items: reports.map(({ threadId, n, title, reports: said, state, since }) => ({
      threadId,
      n,
      title,
      reasons: said.map(({ text, at }) => ({ text, at: at.toISOString() })),
      state,
      since: since.toISOString(),
    })),
  });
