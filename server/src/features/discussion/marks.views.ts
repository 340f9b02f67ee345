import { type ParticipantRow, ParticipantView } from '../../contracts/discussion-grading.ts';
import type { DiscussionSettings } from '../../contracts/discussion-settings.ts';
import { countOwnWords } from '../../contracts/plain-text.ts';
import type { Criterion } from '../../contracts/rubric.ts';
import { groupBy } from '../../core/group-by.ts';
import { mayKnow } from '../../core/name-promise.ts';
import type { WrittenPost } from './written-posts.domain.ts';
import type { MarkContent, MarkedMember, MarkVersion, ParticipantPart } from './marks.domain.ts';
import type { MilestoneStanding } from './milestones.domain.ts';
import { filesFor } from './discussion.views.ts';
import { milestoneView } from './milestones.views.ts';

/** How a member is called: while hidden, by an id that says nothing about whom it stands for. */
export interface Called {
  readonly id: string;
  readonly name: string | null;
  readonly sign: string;
}

/** For staff. @param readerId who reads, @param isTaken whether a colleague of the reader's has them */
export const participantRow = (
  member: MarkedMember,
  { id, name, sign }: Called,
  posts: number,
  { readerId, isTaken, stage }: Pick<ParticipantRow, 'isTaken' | 'stage'> & { readonly readerId: string },
): ParticipantRow => ({
  memberId: id,
  name,
  sign,
  posts,
  mark: member.mark && { points: member.mark.points, maximum: member.mark.maximum },
  isExcused: member.newest?.kind === 'excused',
  isTaken,
  stage,
  share: member.share === null ? null : { memberId: member.share, isOwn: member.share === readerId },
});

const STAFF = { isStaff: true };

interface Shown {
  readonly called: Called;
  readonly hidden: boolean;
  readonly participant: MarkedMember;
  /** Newest first. */
  readonly versions: readonly MarkVersion[];
  /** What the reader goes on with. */
  readonly form: MarkContent & { readonly savedAt: Date | null };
  readonly written: readonly WrittenPost[];
  readonly standings: readonly MilestoneStanding[];
  readonly names: ReadonlyMap<string, string | null>;
  readonly criteria: readonly Criterion[];
  readonly approval: DiscussionSettings['approval'];
  /** A colleague marks them. */
  readonly isBusy: boolean;
  readonly twice: boolean;
  readonly stage: ParticipantView['stage'];
  readonly can: ParticipantView['can'];
}

type NameOf = (memberId: string) => string | null;

/** What is marked is the posts as they are: they have one version. */
const historyStep = (version: MarkVersion, nameOf: NameOf): ParticipantView['history'][number] => ({
  n: version.n,
  by: { id: version.by, name: nameOf(version.by) },
  at: version.at.toISOString(),
  kind: version.kind,
  mark:
    version.kind === 'marked' || version.kind === 'part'
      ? {
          ratings: [...version.ratings],
          comment: version.comment,
          points: version.points,
          maximum: version.maximum,
          workVersion: 1,
        }
      : null,
  parts: version.kind === 'marked' ? (version.parts ?? []).map((part) => partOf(part, nameOf)) : [],
});

const partOf = (part: ParticipantPart, nameOf: NameOf) => ({
  ratings: [...part.ratings],
  comment: part.comment,
  points: part.points,
  maximum: part.maximum,
  workVersion: part.workVersion,
  by: { id: part.by, name: nameOf(part.by) },
  at: part.at.toISOString(),
});

const approvalOf = ({ everybody, memberIds }: DiscussionSettings['approval'], memberId: string) =>
  everybody ? 'everybody' : memberIds.includes(memberId) ? 'own' : 'none';

/** For staff: one member with all they have written, thread by thread. */
export function participantView(shown: Shown): ParticipantView {
  const { called, hidden, participant, versions, form: begun, written, standings } = shown;
  const { names, criteria, approval, isBusy, twice, stage, can } = shown;
  const { memberId, mark, lease, revision } = participant;
  const nameOf = (id: string) => names.get(id) ?? null;
  const { savedAt, ...form } = begun;
  return ParticipantView.parse({
    hidden,
    member: called,
    approval: hidden ? null : approvalOf(approval, memberId),
    milestones: standings.map(milestoneView),
    threads: [...groupBy(written, ({ threadId }) => threadId)].map(([threadId, posts]) => ({
      threadId,
      title: posts[0]?.threadTitle ?? '',
      posts: posts.map(({ n, at, editedAt, text, files, isReply, answered, hide }) => ({
        n,
        at: at.toISOString(),
        editedAt: editedAt?.toISOString() ?? null,
        text,
        // What they are called might name who has written them.
        files: filesFor(files, !hidden),
        isHidden: hide !== null && hide.waits !== true,
        // By what waits under a name one would know them.
        isWaiting: !hidden && hide?.waits === true && text !== null,
        words: text === null ? 0 : countOwnWords(text),
        answers: isReply
          ? {
              name: answered && mayKnow(answered.promise, STAFF) ? nameOf(answered.authorId) : null,
              isOwn: answered?.authorId === memberId,
              text: answered?.text ?? null,
            }
          : null,
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
    history: versions.map((version) => historyStep(version, nameOf)),
    twice,
    stage,
    toSettle: stage === 'toSettle' ? participant.parts.map((part) => partOf(part, nameOf)) : [],
    can,
    taken: isBusy && lease ? { by: nameOf(lease.by), until: lease.until.toISOString() } : null,
  });
}
