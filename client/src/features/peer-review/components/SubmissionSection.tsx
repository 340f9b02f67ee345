import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { countWords, plainTextOf } from '../../../../../server/src/contracts/plain-text.ts';
import { loadWritingTexts, withTexts } from '../../../i18n/index.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { makePart } from '../../../ui/part.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { LearnerActivity, OwnSubmission } from '../api.ts';
import { useOwnSubmission, type WorkContent } from '../work-api.ts';
import { isPresentation } from '../hand-in-parts.ts';
import { isEmptyWork, startingWork } from '../learner-steps.ts';
import { LateNotice } from './LateNotice.tsx';
import type { SubmissionEditorProps } from './SubmissionEditor.tsx';
import styles from './SubmissionSection.module.css';
import { WorkView } from './WorkView.tsx';

/** Loaded when one writes. */
const SubmissionEditor = makePart<SubmissionEditorProps>(
  withTexts(() => import('./SubmissionEditor.tsx'), loadWritingTexts),
  () => (
    <div className={cx(styles['place'])}>
      <Skeleton />
    </div>
  ),
);

/** The learner's own work: being written, handed in, or missed. */
export function SubmissionSection({ activity }: { readonly activity: LearnerActivity }) {
  const { t } = useTranslation();
  const own = useOwnSubmission(activity.id);
  return (
    <section className={cx(layout['stack'])} aria-labelledby="work">
      <h2 id="work">{t('peerReview.learner.submit.title')}</h2>
      {own.isPending && <Skeleton />}
      {own.isError && own.data === undefined && (
        <Problem error={own.error} retry={() => void own.refetch()} />
      )}
      <LateNotice activity={activity} />
      {own.data !== undefined && <OwnWork activity={activity} own={own.data} />}
    </section>
  );
}

interface OwnWorkProps {
  readonly activity: LearnerActivity;
  readonly own: OwnSubmission;
}

function OwnWork({ activity, own }: OwnWorkProps) {
  const { t } = useTranslation();
  const canSubmit = activity.can.submit;
  const isLive = isPresentation(own.handIn);
  const { submission } = own;
  const { isUnsubmitted } = startingWork(own);
  const [isEditing, setIsEditing] = useState(isUnsubmitted);
  const [wasOpened, setWasOpened] = useState(false);
  const element = useFocusOnChange(isEditing);
  // Where groups hand in, a note says why one cannot.
  if (!canSubmit && submission === null)
    return activity.optional.includes('groups') ? null : <Missed draft={own.draft} />;
  const showsEditor = canSubmit && (isEditing || submission === null);
  return (
    <div ref={element} className={cx(layout['stack'])}>
      {submission !== null && (
        <Receipt
          submission={submission}
          daysLate={activity.submission?.daysLate ?? 0}
          showsText={!showsEditor}
        />
      )}
      {showsEditor && submission !== null && isUnsubmitted && (
        <Banner tone="warn">{t('peerReview.learner.submit.unsubmitted')}</Banner>
      )}
      {showsEditor && (
        <SubmissionEditor
          activityId={activity.id}
          own={own}
          takesFocus={wasOpened}
          onDone={() => setIsEditing(false)}
          onStart={() => setIsEditing(true)}
        />
      )}
      {canSubmit && !showsEditor && !isLive && (
        <div className={cx(layout['row'])}>
          <Button
            onPress={() => {
              setWasOpened(true);
              setIsEditing(true);
            }}
          >
            {t('peerReview.learner.submit.change')}
          </Button>
          <span className={cx(layout['muted'], layout['small'])}>
            {t('peerReview.learner.submit.untilClose')}
          </span>
        </div>
      )}
    </div>
  );
}

/** The pressed button is gone when the editor closes: the focus goes to what came in its place. */
function useFocusOnChange(isEditing: boolean) {
  const element = useRef<HTMLDivElement>(null);
  const before = useRef(isEditing);
  useEffect(() => {
    if (before.current && !isEditing) element.current?.querySelector<HTMLElement>('button')?.focus();
    before.current = isEditing;
  }, [isEditing]);
  return element;
}

interface ReceiptProps {
  readonly submission: NonNullable<OwnSubmission['submission']>;
  readonly daysLate: number;
  readonly showsText: boolean;
}

function Receipt({ submission, daysLate, showsText }: ReceiptProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = countWords(plainTextOf(submission.text));
  return (
    <>
      <p className={cx(layout['row'])}>
        <Badge tone="good">
          {t('peerReview.learner.submit.receipt', { when: format.moment(submission.submittedAt) })}
        </Badge>
        {daysLate > 0 && <Badge tone="warn">{t('gradebook.late.by', { count: daysLate })}</Badge>}
        <span className={cx(layout['muted'], layout['small'])}>
          {t('peerReview.learner.submit.version', { version: submission.version })}
          {words > 0 && ` · ${t('peerReview.learner.submit.words', { count: words })}`}
        </span>
      </p>
      {showsText && <WorkView {...submission} />}
    </>
  );
}

function Missed({ draft }: { readonly draft: WorkContent }) {
  const { t } = useTranslation();
  return (
    <>
      <Banner tone="warn">{t('peerReview.learner.submit.closedWithout')}</Banner>
      {!isEmptyWork(draft) && (
        <>
          <p>{t('peerReview.learner.submit.draftKept')}</p>
          <WorkView {...draft} />
        </>
      )}
    </>
  );
}
