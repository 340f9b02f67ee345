import { PageCommentView } from '../../contracts/page-comments.ts';

interface Said {
  readonly by: string;
  readonly at: Date;
}

interface Words extends Said {
  readonly text: string | null;
  readonly changedAt?: Date | null;
}

interface Comment extends Words {
  readonly commentId: string;
  readonly passage: PageCommentView['passage'];
  readonly replies: readonly (Words & { readonly replyId: string })[];
  readonly resolved: Said | null;
}

/** @param forId who reads it */
export function pageCommentView(
  { commentId, passage, text, changedAt, replies, resolved, ...said }: Comment,
  names: ReadonlyMap<string, string | null>,
  forId: string,
): PageCommentView {
  const signed = ({ by, at }: Said) => ({
    by: { name: names.get(by) ?? null, isOwn: by === forId },
    at: at.toISOString(),
  });
  return PageCommentView.parse({
    commentId,
    passage,
    text,
    changedAt: changedAt?.toISOString() ?? null,
    ...signed(said),
    replies: replies
      .filter((reply) => reply.text !== null)
      .map((reply) => ({
        replyId: reply.replyId,
        text: reply.text,
        changedAt: reply.changedAt?.toISOString() ?? null,
        ...signed(reply),
      })),
    resolved: resolved && signed(resolved),
  });
}
