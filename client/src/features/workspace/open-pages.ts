import type { KeptChanges } from './kept-changes.ts';
import type { PageConnection } from './page-connection.ts';

/** A page with what this browser keeps of it. */
export interface OpenedPage {
  readonly connection: PageConnection;
  readonly kept: KeptChanges;
}

/** How often a page is shown here, and the page once it is open. */
export interface Visit {
  readonly opening: Promise<OpenedPage>;
  visitors: number;
}

/** Pages that are shown, and those that somebody went away from before the server had all of it. */
const visits = new Map<string, Visit>();

/** Opens a page, or comes back to one that still has something to send. */
export function enterPage(pageId: string, open: () => Promise<OpenedPage>): Visit {
  const visit = visits.get(pageId) ?? { opening: open(), visitors: 0 };
  visits.set(pageId, visit);
  visit.visitors += 1;
  return visit;
}

/** The next who enters opens it anew. */
export const forgetPage = (pageId: string): boolean => visits.delete(pageId);

/** Closes the page once nobody looks at it and the server has all that was written, or takes no more. */
export async function leavePage(pageId: string, visit: Visit): Promise<void> {
  visit.visitors -= 1;
  const { connection } = await visit.opening;
  if (visit.visitors > 0) return;
  connection.hide();
  const isOver = (): boolean => connection.getState().isSaved || connection.getState().refusal !== null;
  const close = (): void => {
    if (visits.get(pageId) === visit) visits.delete(pageId);
    connection.close();
  };
  if (isOver()) return close();
  const end = connection.subscribe(() => {
    const isBack = visit.visitors > 0;
    if (!isBack && !isOver()) return;
    end();
    if (!isBack) close();
  });
}
