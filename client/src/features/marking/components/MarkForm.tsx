import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { totalOf } from '../../../../../server/src/contracts/rubric-rules.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { errorText } from '../../../app/error-text.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { focusFirstInvalid } from '../../../ui/focus-invalid.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { AutosaveStatus, StalePanel } from '../../peer-review/components/AutosaveStatus.tsx';
import {
  findProblems,
  type ReviewForm,
  toDraftRatings,
  toRatings,
  toReviewForm,
} from '../../peer-review/review-form.ts';
import {
  getMarkingWork,
  keepWork,
  type MarkingWork,
  saveMarkDraft,
  useFinishMark,
  useGiveBack,
  useUndoMark,
} from '../api.ts';
import { useHidden } from '../use-hidden.ts';
import { useNextWork } from '../use-next-work.ts';
import { MarkFields } from './MarkFields.tsx';
import { TakeOver } from './BothMarks.tsx';

/** Well within the time after which a work is anybody's again. */
const KEEP_EVERY_MS = 10 * 60_000;

interface MarkFormProps {
  readonly activityId: string;
  readonly work: MarkingWork;
  readonly isHidden: boolean;
}

const stored = ({ form, revision }: MarkingWork) => ({
  value: toReviewForm(form),
  revision,
  savedAt: form.savedAt,
});

/** The rubric with points and a comment: saved while one works on it; while it is open, nobody else gets the work. */
export function MarkForm({ activityId, work, isHidden }: MarkFormProps) {
  const { t } = useTranslation();
  const api = useApi();
  const { criteria } = work.activity;
  const { workId } = work;
  const { autosave, state } = useAutosave<ReviewForm>(`marking:${workId}`, {
    stored: stored(work),
    save: (form, expectedRevision) =>
      saveMarkDraft(api, activityId, workId, {
        ratings: toDraftRatings(form, criteria),
        comment: form.comment,
        expectedRevision,
      }),
  });
  useKeepWork(activityId, workId);
  const { form: element, finish, showsProblems, isPending, error } = useFinishing(activityId, work, autosave);
  const change = (part: Partial<ReviewForm>) => autosave.change({ ...autosave.getState().value, ...part });
  const reload = () => getMarkingWork(api, activityId, workId, isHidden);

  return (
    <form
      ref={element}
      noValidate
      className={cx(layout['stack'])}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void finish(state.value);
      }}
    >
      <TakeOver
        parts={work.toSettle}
        onTake={({ ratings, comment }) =>
          change({
            ...toReviewForm({ ratings, comment: autosave.getState().value.comment }),
            ...(isBlank(autosave.getState().value.comment) && { comment }),
          })
        }
      />
      <MarkFields
        criteria={criteria}
        value={state.value}
        latest={() => autosave.getState().value}
        label={t('marking.form.comment')}
        hint={t('marking.form.commentHint')}
        name={work.learner?.name ?? t('marking.works.sign', { sign: work.sign })}
        showsProblems={showsProblems}
        isReadOnly={isPending}
        onChange={change}
      />
      {state.status === 'stale' && (
        <StalePanel
          onLoad={async () => autosave.reset(stored(await reload()))}
          onKeep={async () => autosave.keepMine((await reload()).revision)}
        />
      )}
      {error !== null && <Problem error={error} />}
      <div className={cx(layout['row'])}>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('marking.form.finish')}
        </Button>
        <GiveBackButton activityId={activityId} workId={workId} settle={autosave.settle} />
        <AutosaveStatus state={state} />
      </div>
    </form>
  );
}

const FINISHED = {
  marked: 'marking.form.finished',
  firstDone: 'marking.twice.finishedFirst',
  toSettle: 'marking.twice.finishedDiffer',
} as const;

/** Keeps the work for as long as the page is open; whoever vanishes loses it after a while. */
function useKeepWork(activityId: string, workId: string): void {
  const api = useApi();
  useEffect(() => {
    // A failure shows when one saves.
    const keep = () => void keepWork(api, activityId, workId).catch(() => undefined);
    const timer = setInterval(keep, KEEP_EVERY_MS);
    return () => clearInterval(timer);
  }, [api, activityId, workId]);
}

interface GiveBackButtonProps {
  readonly activityId: string;
  readonly workId: string;
  readonly settle: () => Promise<void>;
}

function GiveBackButton({ activityId, workId, settle }: GiveBackButtonProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { suffix } = useHidden();
  const giveBack = useGiveBack(activityId, workId);
  async function press(): Promise<void> {
    // A save that comes after would take the work again.
    await settle();
    await giveBack.mutateAsync();
    announce(t('marking.form.givenBack'));
    await navigate(`/activities/${activityId}/marking${suffix}`);
  }
  return (
    <>
      <Button isPending={giveBack.isPending} onPress={() => void press().catch(() => undefined)}>
        {t('marking.form.giveBack')}
      </Button>
      {giveBack.error !== null && <Problem error={giveBack.error} />}
    </>
  );
}

/** Finishes the mark, offers to take it back, and goes on to the next work. */
function useFinishing(
  activityId: string,
  work: MarkingWork,
  autosave: ReturnType<typeof useAutosave<ReviewForm>>['autosave'],
) {
  const { t } = useTranslation();
  const format = useFormat();
  const { workId, activity } = work;
  const { criteria } = activity;
  const finishing = useFinishMark(activityId, workId);
  const undo = useUndoMark(activityId, workId);
  const next = useNextWork(activityId);
  const [showsProblems, setShowsProblems] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  async function finish(value: ReviewForm): Promise<void> {
    setShowsProblems(true);
    const problems = findProblems(value, criteria, false);
    const count = problems.criteria.size + (problems.comment === 'tooLong' ? 1 : 0);
    if (count > 0) {
      announce(t('common.formErrors', { count }));
      focusFirstInvalid(form);
      return;
    }
    await autosave.settle();
    const ratings = toRatings(value, criteria);
    const total = totalOf(criteria, ratings);
    const given = { points: format.number(total.points), maximum: format.number(total.maximum) };
    const reason = reasonOf();
    try {
      const body = { ratings, comment: value.comment, expectedRevision: autosave.revision(), reason };
      const { revision, state } = await finishing.mutateAsync(body);
      autosave.reset({ value, revision, savedAt: null });
      const takeBack = () =>
        undo.mutate(
          { reason: t('marking.reason.undone'), expectedRevision: revision },
          {
            onSuccess: () => announce(t('marking.form.undone')),
            // The page may be another one by then.
            onError: (failure) => showToast({ text: errorText(failure, t) }),
          },
        );
      // What two have marked only the lead takes back.
      const isOfTwo = state === 'toSettle' || (state === 'marked' && work.twice);
      showToast({ text: t(FINISHED[state]), ...(!isOfTwo && { undo: takeBack }) });
      next.openNext();
    } catch {
      // Saving it as a draft finds out what happened meanwhile, and says so.
      autosave.change({ ...value });
    }

    function reasonOf(): string {
      if (work.toSettle.length > 0) return t('marking.twice.reasonSettled', given);
      return work.twice ? t('marking.twice.reasonMean') : t('marking.reason.marked', given);
    }
  }

  return {
    form,
    finish,
    showsProblems,
    isPending: finishing.isPending,
    error: finishing.error ?? next.error,
  };
}
