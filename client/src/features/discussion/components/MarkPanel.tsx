import { type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useFormat } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { focusFirstInvalid } from '../../../ui/focus-invalid.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
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
} from '../grading-api.ts';
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

interface MarkPanelProps {
  readonly activityId: string;
  readonly participant: Participant;
}

/** All posts of a member with a comment to each at the left, rubric and comment at the right. */
export function MarkPanel({ activityId, participant }: MarkPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi();
  const { member, criteria, taken, mark } = participant;
  const { autosave, state } = useAutosave<Form>(`discussion mark:${activityId}:${member.id}`, {
    stored: stored(participant),
    save: (form, expectedRevision) =>
      saveParticipantDraft(api, activityId, member.id, {
        ratings: toDraftRatings(form, criteria),
        comment: form.comment,
        posts: saidPosts(form),
        expectedRevision,
      }),
  });
  const marking = useMarkParticipant(activityId, member.id);
  const [showsProblems, setShowsProblems] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const isReadOnly = marking.isPending || taken !== null;
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
      const { revision } = await marking.mutateAsync({ ...body, expectedRevision: autosave.revision() });
      autosave.reset({ value, revision, savedAt: null });
      showToast({ text: t('discussionGrades.participant.done') });
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
        <MarkFields
          criteria={criteria}
          value={state.value}
          latest={() => autosave.getState().value}
          label={t('discussionGrades.participant.comment')}
          hint={t('discussionGrades.participant.commentHint')}
          name={member.name ?? t('discussion.somebody')}
          showsProblems={showsProblems}
          isReadOnly={isReadOnly}
          onChange={change}
        />
        {state.status === 'stale' && (
          <StalePanel
            onLoad={async () => autosave.reset(stored(await getParticipant(api, activityId, member.id)))}
            onKeep={async () =>
              autosave.keepMine((await getParticipant(api, activityId, member.id)).revision)
            }
          />
        )}
        {marking.error !== null && <Problem error={marking.error} />}
        <div className={cx(layout['row'])}>
          <Button type="submit" variant="primary" isPending={marking.isPending} isDisabled={taken !== null}>
            {t('discussionGrades.participant.finish')}
          </Button>
          <AutosaveStatus state={state} />
        </div>
      </section>
    </form>
  );
}
