import { type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { focusFirstInvalid } from '../../../ui/focus-invalid.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { TakeOver } from '../../marking/components/BothMarks.tsx';
import { MarkFields } from '../../marking/components/MarkFields.tsx';
import { AutosaveStatus, StalePanel } from '../../peer-review/components/AutosaveStatus.tsx';
import {
  findProblems,
  type ReviewForm,
  toDraftRatings,
  toRatings,
  toReviewForm,
} from '../../peer-review/review-form.ts';
import {
  getParticipant,
  type Participant,
  type PostComment,
  saveParticipantDraft,
  useMarkParticipant,
  useUndoParticipantMark,
  type Whom,
} from '../grading-api.ts';
import { useParticipantName } from '../use-participant-name.ts';
import { WrittenPosts } from './WrittenPosts.tsx';
import styles from './MarkPanel.module.css';

interface Form extends ReviewForm {
  readonly posts: readonly PostComment[];
}

const stored = ({ form, revision }: Participant) => ({
  value: { ...toReviewForm({ ratings: form.ratings, comment: form.comment }), posts: form.posts },
  revision,
  savedAt: form.savedAt,
});

const saidPosts = ({ posts }: Form): PostComment[] =>
  posts.map((one) => ({ ...one, text: one.text.trim() })).filter(({ text }) => text !== '');

const FINISHED = {
  marked: 'discussionGrades.participant.done',
  firstDone: 'marking.twice.finishedFirst',
  toSettle: 'marking.twice.finishedDiffer',
} as const;

interface MarkPanelProps {
  readonly activityId: string;
  readonly participant: Participant;
}

/** All posts of a member with a comment to each at the left, rubric and comment at the right. */
export function MarkPanel({ activityId, participant }: MarkPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi();
  const { member, hidden, criteria, taken, mark, can } = participant;
  const whom = { activityId, memberId: member.id, isHidden: hidden };
  const nameOf = useParticipantName();
  const { autosave, state } = useAutosave<Form>(`discussion mark:${activityId}:${member.id}`, {
    stored: stored(participant),
    save: (form, expectedRevision) =>
      saveParticipantDraft(api, whom, {
        ratings: toDraftRatings(form, criteria),
        comment: form.comment,
        posts: saidPosts(form),
        expectedRevision,
      }),
  });
  const marking = useMarkParticipant(whom);
  const [showsProblems, setShowsProblems] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const isReadOnly = marking.isPending || taken !== null || !can.mark;
  const change = (part: Partial<Form>) => autosave.change({ ...autosave.getState().value, ...part });

  async function finish(value: Form): Promise<void> {
    setShowsProblems(true);
    const problems = findProblems(value, criteria, false);
    const count = problems.criteria.size + (problems.comment === 'tooLong' ? 1 : 0);
    if (count > 0) {
      announce(t('common.formErrors', { count }));
      return focusFirstInvalid(element);
    }
    await autosave.settle();
    const ratings = toRatings(value, criteria);
    try {
      const body = { ratings, comment: value.comment, posts: saidPosts(value) };
      const { revision, state } = await marking.mutateAsync({
        ...body,
        expectedRevision: autosave.revision(),
      });
      autosave.reset({ value, revision, savedAt: null });
      showToast({ text: t(FINISHED[state]) });
    } catch {
      // Saving it as a draft finds out what happened meanwhile, and says so.
      autosave.change({ ...value });
    }
  }

  return (
    <form
      ref={element}
      noValidate
      className={cx(styles['columns'])}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void finish(state.value);
      }}
    >
      <WrittenPosts
        activityId={activityId}
        participant={participant}
        comments={state.value.posts}
        isReadOnly={isReadOnly}
        onChange={(posts) => change({ posts })}
      />
      <section aria-labelledby="mark" className={cx(layout['stack'], styles['part'])}>
        <h2 id="mark">{t('discussionGrades.participant.mark')}</h2>
        {mark !== null && (
          <p className={cx(layout['muted'], layout['small'])}>
            {t('discussionGrades.participant.marked', {
              name: mark.by ?? t('discussion.somebody'),
              when: format.moment(mark.at),
            })}
          </p>
        )}
        <TakeOver
          parts={can.mark ? participant.toSettle : []}
          onTake={({ ratings, comment }) => {
            const said = autosave.getState().value.comment;
            change(toReviewForm({ ratings, comment: isBlank(said) ? comment : said }));
          }}
        />
        <MarkFields
          criteria={criteria}
          value={state.value}
          latest={() => autosave.getState().value}
          label={t('discussionGrades.participant.comment')}
          hint={t('discussionGrades.participant.commentHint')}
          name={nameOf(member)}
          showsProblems={showsProblems}
          isReadOnly={isReadOnly}
          onChange={change}
        />
        {state.status === 'stale' && (
          <StalePanel
            onLoad={async () => autosave.reset(stored(await getParticipant(api, whom)))}
            onKeep={async () => autosave.keepMine((await getParticipant(api, whom)).revision)}
          />
        )}
        {marking.error !== null && <Problem error={marking.error} />}
        <div className={cx(layout['row'])}>
          <Button type="submit" variant="primary" isPending={marking.isPending} isDisabled={isReadOnly}>
            {t('discussionGrades.participant.finish')}
          </Button>
          {can.undo && (
            <TakeBack
              whom={whom}
              revision={autosave.revision}
              onDone={(revision) =>
                autosave.reset({ value: autosave.getState().value, revision, savedAt: null })
              }
            />
          )}
          <AutosaveStatus state={state} />
        </div>
      </section>
    </form>
  );
}

interface TakeBackProps {
  readonly whom: Whom;
  readonly revision: () => number;
  readonly onDone: (revision: number) => void;
}

/** What was said last counts no more, until something is said again. */
function TakeBack({ whom, revision, onDone }: TakeBackProps) {
  const { t } = useTranslation();
  const undo = useUndoParticipantMark(whom);
  const press = (): void =>
    undo.mutate(
      { reason: t('marking.reason.undone'), expectedRevision: revision() },
      {
        onSuccess: (answer) => {
          onDone(answer.revision);
          announce(t('marking.form.undone'));
        },
      },
    );
  return (
    <>
      <Button isPending={undo.isPending} onPress={press}>
        {t('marking.work.undo')}
      </Button>
      {undo.error !== null && <Problem error={undo.error} />}
    </>
  );
}
