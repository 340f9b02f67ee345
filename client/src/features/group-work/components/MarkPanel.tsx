import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { focusFirstInvalid } from '../../../ui/focus-invalid.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { TakeOver } from '../../marking/components/BothMarks.tsx';
import { MarkFields } from '../../marking/components/MarkFields.tsx';
import { MarkHistory } from '../../marking/components/MarkHistory.tsx';
import { TwiceStanding } from '../../marking/components/TwiceStanding.tsx';
import { useHidden } from '../../marking/use-hidden.ts';
import { findProblems, type ReviewForm, toRatings, toReviewForm } from '../../peer-review/review-form.ts';
import type { Place } from '../api.ts';
import { type Adjustment, holdMark, type Marked, useMark, useSaveMark, useUndoMark } from '../grading-api.ts';
import { AdjustmentFields, hasAdjustmentFault } from './AdjustmentFields.tsx';

export interface MarkPanelProps {
  readonly place: Place;
  readonly groupName: string;
}

/** For staff: what the group is given at this milestone, and all that was decided on it. */
export default function MarkPanel({ place, groupName }: MarkPanelProps) {
  const { t } = useTranslation();
  const query = useMark(place);
  if (query.isPending) return <Skeleton />;
  if (query.isError && query.data === undefined)
    return <Problem error={query.error} retry={() => void query.refetch()} />;
  const marked = query.data;
  const { criteria, stage, toSettle, twice, mark, history, taken, can } = marked;
  if (!marked.canMark && history.length === 0) return null;
  return (
    <>
      <section className={cx(layout['stack'])} aria-labelledby="mark">
        <h2 id="mark">{t('groupWork.mark.title')}</h2>
        {taken !== null && <Taken taken={taken} />}
        {marked.isExcused && (
          <Banner tone="info" role="status" title={t('marking.works.state.excused')}>
            {t('groupWork.mark.excused')}
          </Banner>
        )}
        <Given mark={mark} />
        <Absent absent={marked.absent} />
        <TwiceStanding
          stage={stage}
          isFirst={twice && mark === null && !marked.isExcused}
          toSettle={toSettle}
          criteria={criteria}
          maySettle={can.mark}
        />
        {taken === null && can.mark && (
          <Fields
            key={marked.revision}
            place={place}
            groupName={groupName}
            marked={marked}
            onTaken={() => void query.refetch()}
          />
        )}
        {can.undo && <TakeBack place={place} revision={marked.revision} />}
      </section>
      <MarkHistory history={history} criteria={criteria} newestVersion={mark?.version ?? 1} />
    </>
  );
}

/** What the group has now. */
function Given({ mark }: Pick<Marked, 'mark'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (mark === null) return null;
  return (
    <p className={cx(layout['muted'])}>
      {t('groupWork.mark.given', {
        points: format.number(mark.points),
        maximum: format.number(mark.maximum),
        n: format.number(mark.version),
        name: mark.by ?? t('groupWork.somebody'),
        when: format.moment(mark.at),
      })}
    </p>
  );
}

/** A fact beside the mark; it changes nothing by itself. */
function Absent({ absent }: Pick<Marked, 'absent'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (absent === null) return null;
  return (
    <p>
      {t('groupWork.mark.absent', {
        when: format.moment(absent.at),
        names: format.list(absent.members.map(({ name }) => name ?? t('groupWork.somebody'))),
      })}
    </p>
  );
}

interface TakeBackProps {
  readonly place: Place;
  readonly revision: number;
}

/** What was given last counts no more, until something is given again. */
function TakeBack({ place, revision }: TakeBackProps) {
  const { t } = useTranslation();
  const undo = useUndoMark(place);
  return (
    <>
      <div>
        <Button
          isPending={undo.isPending}
          onPress={() =>
            undo.mutate(
              { reason: t('marking.reason.undone'), expectedRevision: revision },
              { onSuccess: () => announce(t('marking.form.undone')) },
            )
          }
        >
          {t('marking.work.undo')}
        </Button>
      </div>
      {undo.error !== null && <Problem error={undo.error} />}
    </>
  );
}

/** Instead of the form, for as long as a colleague marks the work. */
function Taken({ taken }: { readonly taken: NonNullable<Marked['taken']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Banner tone="warn" role="status" title={t('errors.WORK_TAKEN')}>
      {t('marking.work.taken', {
        name: taken.by ?? t('groupWork.somebody'),
        until: format.time(taken.until),
      })}
    </Banner>
  );
}

/** Well within the time after which a work is anybody's again. */
const KEEP_EVERY_MS = 10 * 60_000;

/** From the first change on, colleagues cannot mark the work, until one saves or leaves. @returns begins it */
function useHold({ activityId, groupId, n }: Place, onTaken: () => void): () => void {
  const api = useApi();
  const { isHidden } = useHidden();
  const [isHeld, setIsHeld] = useState(false);
  const told = useRef(onTaken);
  useEffect(() => {
    if (!isHeld) return undefined;
    const place = { activityId, groupId, n };
    const keep = () => void holdMark(api, place, isHidden, 'put').catch(() => told.current());
    keep();
    const timer = setInterval(keep, KEEP_EVERY_MS);
    return () => {
      clearInterval(timer);
      // Whoever vanishes without this loses it after a while.
      void holdMark(api, place, isHidden, 'delete').catch(() => undefined);
    };
  }, [api, activityId, groupId, n, isHidden, isHeld]);
  return () => setIsHeld(true);
}

interface Form extends ReviewForm {
  readonly points: number;
  readonly adjustments: readonly Adjustment[];
}

const formOf = ({ form }: Marked): Form => ({
  ...toReviewForm({ ratings: form.ratings, comment: form.comment }),
  points: form.points ?? Number.NaN,
  adjustments: form.adjustments,
});

const FINISHED = {
  marked: 'groupWork.mark.done',
  firstDone: 'marking.twice.finishedFirst',
  // Somebody has taken the first mark back meanwhile.
  toDoAgain: 'marking.twice.finishedFirst',
  toSettle: 'marking.twice.finishedDiffer',
} as const;

interface FieldsProps extends MarkPanelProps {
  readonly marked: Marked;
  /** A colleague was faster. */
  readonly onTaken: () => void;
}

function Fields({ place, groupName, marked, onTaken }: FieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { criteria, maximum, members, absent, revision } = marked;
  const { isHidden } = useHidden();
  const [form, setForm] = useState(() => formOf(marked));
  const latest = useRef(form);
  const [showsProblems, setShowsProblems] = useState(false);
  const save = useSaveMark(place);
  const hold = useHold(place, onTaken);
  const element = useRef<HTMLFormElement>(null);
  const byPoints = criteria.length === 0;
  const arePointsWrong = byPoints && !(form.points >= 0 && form.points <= maximum);
  const change = (part: Partial<Form>) => {
    hold();
    latest.current = { ...latest.current, ...part };
    setForm(latest.current);
  };

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setShowsProblems(true);
    const problems = findProblems(form, criteria, false);
    const wrong = [
      problems.comment === 'tooLong',
      arePointsWrong,
      ...form.adjustments.map(hasAdjustmentFault),
    ];
    const count = problems.criteria.size + wrong.filter(Boolean).length;
    if (count > 0) {
      announce(t('common.formErrors', { count }));
      return focusFirstInvalid(element);
    }
    save.mutate(
      {
        ratings: toRatings(form, criteria),
        points: byPoints ? form.points : null,
        comment: form.comment,
        adjustments: form.adjustments.map((one) => ({ ...one, reason: one.reason.trim() })),
        expectedRevision: revision,
      },
      { onSuccess: ({ stage }) => showToast({ text: t(FINISHED[stage ?? 'marked']) }) },
    );
  }

  return (
    <form ref={element} noValidate onSubmit={submit} className={cx(layout['form'])} aria-labelledby="mark">
      <TakeOver
        parts={marked.toSettle}
        onTake={({ ratings, comment, points }) => {
          const said = latest.current.comment;
          change({ ...toReviewForm({ ratings, comment: isBlank(said) ? comment : said }), points });
        }}
      />
      {byPoints && (
        <NumberField
          label={t('groupWork.mark.points', { maximum: format.number(maximum) })}
          minValue={0}
          maxValue={maximum}
          value={form.points}
          error={
            showsProblems && arePointsWrong
              ? t('groupWork.setUp.invalid.range', { min: format.number(0), max: format.number(maximum) })
              : undefined
          }
          onChange={(points) => change({ points })}
        />
      )}
      <MarkFields
        criteria={criteria}
        value={form}
        latest={() => latest.current}
        label={t('groupWork.mark.comment')}
        hint={t('groupWork.mark.commentHint')}
        name={groupName}
        showsProblems={showsProblems}
        isReadOnly={save.isPending}
        onChange={change}
      />
      {!isHidden && (
        <AdjustmentFields
          members={members}
          absent={absent}
          maximum={maximum}
          adjustments={form.adjustments}
          showsProblems={showsProblems}
          onChange={(adjustments) => change({ adjustments })}
        />
      )}
      {save.error !== null && <Problem error={save.error} />}
      <div>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t('groupWork.mark.save')}
        </Button>
      </div>
    </form>
  );
}
