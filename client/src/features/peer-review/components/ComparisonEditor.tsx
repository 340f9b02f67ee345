import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { COMMENT_MAX } from '../../../../../server/src/contracts/limits.ts';
import { plainTextOf } from '../../../../../server/src/contracts/plain-text.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import {
  type ComparisonTarget,
  type ComparisonView,
  getComparison,
  saveComparisonDraft,
  type Side,
  submitComparison,
} from '../comparison-api.ts';
import {
  type ComparisonForm,
  countComparisonProblems,
  findComparisonProblems,
  toChoices,
  toComparisonForm,
  toDraftChoices,
} from '../comparison-form.ts';
import { REVIEW_SUBMITTED } from '../notice.ts';
import { useSubmitDraft } from '../use-submit-draft.ts';
import { AutosaveStatus, StalePanel } from './AutosaveStatus.tsx';
import styles from './Comparison.module.css';
import { CoachAdvice } from './CoachAdvice.tsx';

interface ComparisonEditorProps {
  readonly target: ComparisonTarget;
  readonly comparison: ComparisonView;
  /** What the two works are called. */
  readonly names: Readonly<Record<Side, string>>;
}

export const SIDES = ['left', 'right'] as const;

const stored = (comparison: ComparisonView) => ({
  value: toComparisonForm(comparison),
  revision: comparison.revision,
  savedAt: null,
});

/** Which of two works is better, by each criterion, and what one says to their authors; saved while one writes. */
export function ComparisonEditor({ target, comparison, names }: ComparisonEditorProps) {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { criteria, can } = comparison;
  const { autosave, state } = useComparisonDraft(target, comparison);
  const problems = findComparisonProblems(state.value, criteria);
  const { element, onSubmit, wasTried, isPending, error } = useSubmitDraft({
    autosave,
    problems: countComparisonProblems(problems),
    send: (value: ComparisonForm, expectedRevision) => {
      const { leftComment, rightComment } = value;
      const body = { choices: toChoices(value, criteria), leftComment, rightComment, expectedRevision };
      return submitComparison(api, queries, target, body);
    },
    storedOf: stored,
    onSubmitted: () => {
      announce(t('comparative.done'));
      void navigate(`/activities/${target.activityId}`, { state: REVIEW_SUBMITTED });
    },
  });
  const isReadOnly = !can.edit || isPending;
  const change = (part: Partial<ComparisonForm>) =>
    autosave.change({ ...autosave.getState().value, ...part });
  const choose = (criterionId: string, better: Side) =>
    change({ choices: { ...autosave.getState().value.choices, [criterionId]: better } });

  return (
    <form ref={element} noValidate className={cx(layout['stack'])} onSubmit={onSubmit}>
      {criteria.map(({ id, title, description }) => (
        <RadioGroup
          key={id}
          label={title}
          look="segments"
          {...(description !== '' && { hint: description })}
          value={state.value.choices[id] ?? null}
          isDisabled={isReadOnly}
          error={wasTried && problems.open.has(id) ? t('comparative.choose') : undefined}
          onChange={(better) => choose(id, better)}
          choices={SIDES.map((side) => ({ id: side, text: names[side] }))}
        />
      ))}
      <div className={cx(styles['pair'])}>
        {SIDES.map((side) => (
          <CommentField
            key={side}
            name={names[side]}
            value={state.value[`${side}Comment`]}
            problem={wasTried || problems[side] === 'tooLong' ? problems[side] : null}
            isReadOnly={isReadOnly}
            titles={comparison.coach && can.edit ? criteria.map(({ title }) => title) : null}
            onChange={(comment) => change({ [`${side}Comment`]: comment })}
          />
        ))}
      </div>
      {state.status === 'stale' && (
        <StalePanel
          onLoad={async () => autosave.reset(stored(await getComparison(api, target)))}
          onKeep={async () => autosave.keepMine((await getComparison(api, target)).revision)}
        />
      )}
      {error !== null && <Problem error={error} />}
      {can.edit && (
        <div className={cx(layout['row'])}>
          <Button type="submit" variant="primary" isPending={isPending}>
            {isPending
              ? t('peerReview.review.busy')
              : t(comparison.state === 'submitted' ? 'comparative.resubmit' : 'comparative.submit')}
          </Button>
          <AutosaveStatus state={state} />
        </div>
      )}
    </form>
  );
}

interface CommentFieldProps {
  readonly name: string;
  readonly value: ComparisonForm['leftComment'];
  readonly problem: 'missing' | 'tooLong' | null;
  readonly isReadOnly: boolean;
  /** Of the criteria, where there is advice; null: there is none. */
  readonly titles: readonly string[] | null;
  readonly onChange: (comment: ComparisonForm['leftComment']) => void;
}

/** What one says to the author of one of the works. */
function CommentField({ name, value, problem, isReadOnly, titles, onChange }: CommentFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const errors = {
    missing: t('peerReview.review.commentMissing'),
    tooLong: t('peerReview.review.commentTooLong', { max: format.number(COMMENT_MAX) }),
  };
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <RichTextEditor
        label={t('comparative.comment', { work: name })}
        hint={t('comparative.commentHint')}
        rows={5}
        max={COMMENT_MAX}
        value={value}
        error={problem === null ? undefined : errors[problem]}
        isReadOnly={isReadOnly}
        onChange={onChange}
      />
      {titles !== null && (
        <CoachAdvice text={plainTextOf(value)} titles={[...titles]} isOfCriterion={false} />
      )}
    </div>
  );
}

function useComparisonDraft(target: ComparisonTarget, comparison: ComparisonView) {
  const api = useApi();
  const queries = useQueryClient();
  return useAutosave<ComparisonForm>(`comparing:${target.comparisonId}`, {
    stored: stored(comparison),
    save: ({ leftComment, rightComment, ...form }, expectedRevision) => {
      const choices = toDraftChoices({ leftComment, rightComment, ...form }, comparison.criteria);
      const body = { choices, leftComment, rightComment, expectedRevision };
      return saveComparisonDraft(api, queries, target, body);
    },
  });
}
