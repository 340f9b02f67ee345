import type { Discussion } from './discussion.domain.ts';

type Offering = Pick<Discussion, 'settings'>;

/** Those of some tags that staff offer, each once: one that was taken away meanwhile is left out. */
export const offeredOf = ({ settings }: Offering, tags: readonly string[]): string[] => {
  const offered = new Set(settings.tags.map(({ id }) => id));
  return [...new Set(tags)].filter((id) => offered.has(id));
};

/** What a thread is called from now on, of what is said of that. */
export const calledAnew = (
  discussion: Offering,
  { title, tags }: { readonly title?: string | undefined; readonly tags?: readonly string[] | undefined },
): { readonly title?: string; readonly tags?: readonly string[] } => ({
  ...(title !== undefined && { title }),
  ...(tags !== undefined && { tags: offeredOf(discussion, tags) }),
});
