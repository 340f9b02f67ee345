import { type ParticipantRow, ParticipantView } from '../../contracts/discussion-grading.ts';
import { countOwnWords } from '../../contracts/plain-text.ts';
import type { Criterion } from '../../contracts/rubric.ts';
import { groupBy } from '../../core/group-by.ts';
import { mayKnow } from '../../core/name-promise.ts';
import type { WrittenPost } from './written-posts.domain.ts';
import type { MarkContent, MarkedMember } from './marks.domain.ts';
import type { MilestoneStanding } from './milestones.domain.ts';
import { milestoneView } from './milestones.views.ts';

/** For staff. */
export const participantRow = (
  member: MarkedMember,
  name: string | null,
  posts: number,
  isTaken: boolean,
): ParticipantRow => ({
  memberId: member.memberId,
  name,
  posts,
  mark: member.mark && { points: member.mark.points, maximum: member.mark.maximum },
  isExcused: member.newest?.kind === 'excused',
  isTaken,
});

const STAFF = { isStaff: true };

interface Shown {
  readonly participant: MarkedMember;
  /** What the reader goes on with. */
  readonly form: MarkContent & { readonly savedAt: Date | null };
  readonly written: readonly WrittenPost[];
  readonly standings: readonly MilestoneStanding[];
  readonly names: ReadonlyMap<string, string | null>;
  readonly criteria: readonly Criterion[];
  /** A colleague marks them. */
  readonly isBusy: boolean;
}

/** For staff: one member with all they have written, thread by thread. */
export function participantView(shown: Shown): ParticipantView {
  const { participant, form: begun, written, standings, names, criteria, isBusy } = shown;
  const { memberId, mark, lease, revision } = participant;
  const nameOf = (id: string) => names.get(id) ?? null;
  const { savedAt, ...form } = begun;
  return ParticipantView.parse({
    member: { id: memberId, name: nameOf(memberId) },
    milestones: standings.map(milestoneView),
    threads: [...groupBy(written, ({ threadId }) => threadId)].map(([threadId, posts]) => ({
      threadId,
      title: posts[0]?.threadTitle ?? '',
      posts: posts.map(({ n, at, editedAt, text, replyTo, answered, hide }) => ({
        n,
        at: at.toISOString(),
        editedAt: editedAt?.toISOString() ?? null,
        text,
        isHidden: hide !== null,
        words: text === null ? 0 : countOwnWords(text),
        answers:
          replyTo === null
            ? null
            : {
                name: answered && mayKnow(answered.promise, STAFF) ? nameOf(answered.authorId) : null,
                isOwn: answered?.authorId === memberId,
                text: answered?.text ?? null,
              },
      })),
    })),
    criteria,
    form: { ...form, savedAt: savedAt?.toISOString() ?? null },
    revision,
    isExcused: participant.newest?.kind === 'excused',
    mark: mark && {
      by: nameOf(mark.by),
      at: mark.at.toISOString(),
      points: mark.points,
      maximum: mark.maximum,
    },
    taken: isBusy && lease ? { by: nameOf(lease.by), until: lease.until.toISOString() } : null,
  });
}
