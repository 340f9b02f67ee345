import { FacilitationView } from '../../contracts/discussion-facilitation.ts';
import type { DiscussionSettings } from '../../contracts/discussion-settings.ts';
import type { Thread } from './discussion.domain.ts';
import type { OneSided, Silence } from './facilitation.domain.ts';

interface Found {
  readonly unanswered: readonly { readonly thread: Thread; readonly posts: number; readonly since: Date }[];
  /** Null: nobody is called quiet. */
  readonly quiet: readonly Silence[] | null;
  readonly quietCount: number;
  readonly oneSided: readonly (OneSided<Thread> & { readonly posts: number })[];
  readonly nudgedAt: ReadonlyMap<string, Date>;
  readonly names: ReadonlyMap<string, string | null>;
}

const threadLine = ({ id, title, groupId }: Thread, posts: number) => ({
  threadId: id,
  title,
  groupId,
  posts,
});

/** For staff: nobody who has written without a name is in it, neither by name nor by being missing. */
export const facilitationView = (
  { facilitation }: Pick<DiscussionSettings, 'facilitation'>,
  { unanswered, quiet, quietCount, oneSided, nudgedAt, names }: Found,
): FacilitationView =>
  FacilitationView.parse({
    ...facilitation,
    unanswered: unanswered.map(({ thread, posts, since }) => ({
      ...threadLine(thread, posts),
      since: since.toISOString(),
    })),
    quiet:
      quiet?.map(({ id, name, lastPostAt }) => ({
        memberId: id,
        name,
        lastPostAt: lastPostAt?.toISOString() ?? null,
        nudgedAt: nudgedAt.get(id)?.toISOString() ?? null,
      })) ?? null,
    quietCount,
    oneSided: oneSided.map(({ thread, posts, percent, most }) => ({
      ...threadLine(thread, posts),
      percent,
      most: most.kind === 'side' ? most : { kind: most.kind, name: names.get(most.memberId) ?? null },
    })),
  });
