import { type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  COMMENT_MAX,
  SUBMISSION_TEXT_MAX,
  TITLE_MAX,
  WORK_FILES_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import { plainTextOf } from '../../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { FilesField } from '../../../ui/files/FilesField.tsx';
import { useImageUpload } from '../../../ui/files/use-image-upload.ts';
import { useUploader } from '../../../ui/files/use-uploader.ts';
import { focusFirstInvalid } from '../../../ui/focus-invalid.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type Example, exampleItem, useSaveExample } from '../calibration-api.ts';
import { isEmptyWork } from '../learner-steps.ts';
import type { Rating } from '../api.ts';
import { findProblems, type ReviewProblems, toInline, toRatings, toReviewForm } from '../review-form.ts';
import ExamplePlaces, { onWork } from './ExamplePlaces.tsx';
import { RatingField } from './RatingField.tsx';

interface ExampleFormProps {
  readonly activityId: string;
  readonly example: Example;
}

/** The work, and what staff give it by the rubric; scores may be left for later. */
export function ExampleForm({ activityId, example }: ExampleFormProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLFormElement>(null);
  const { criteria } = example;
  const form = useExampleForm(activityId, example);
  const { title, work, scores, errors } = form;

  async function trySave(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const count = form.reveal();
    if (count === 0) return form.save();
    announce(t('common.formErrors', { count }));
    focusFirstInvalid(element);
  }

  return (
    <form
      ref={element}
      noValidate
      className={cx(layout['stack'], layout['page'], layout['measure'])}
      onSubmit={(event) => void trySave(event)}
    >
      <section className={cx(layout['stack'])} aria-labelledby="work">
        <h2 id="work">{t('peerReview.review.work')}</h2>
        <TextField
          label={t('calibration.form.title')}
          hint={t('calibration.form.titleHint')}
          value={title.value}
          error={errors.title}
          onChange={title.change}
        />
        <RichTextEditor
          label={t('calibration.form.text')}
          rows={8}
          max={SUBMISSION_TEXT_MAX}
          uploadImage={useImageUpload(exampleItem(activityId))}
          value={work.value.text}
          error={errors.text}
          onChange={(text) => work.change({ text })}
        />
        <FilesField
          label={t('peerReview.learner.submit.files')}
          item={exampleItem(activityId)}
          files={work.value.files}
          max={WORK_FILES_MAX}
          isAnonymous
          onAdd={({ id, name, size, type }) => work.add({ id, name, size, type: type ?? '' })}
          onRemove={work.remove}
        />
      </section>
      <section className={cx(layout['stack'])} aria-labelledby="scores">
        <h2 id="scores">{t('calibration.form.scores')}</h2>
        <p className={cx(layout['muted'], layout['prose'])}>{t('calibration.form.scoresHint')}</p>
        {criteria.map((criterion) => (
          <RatingField
            key={criterion.id}
            criterion={criterion}
            rating={scores.value.ratings[criterion.id]}
            isReadOnly={false}
            fault={errors.criteria.get(criterion.id)}
            onChange={scores.rate}
          />
        ))}
        <RichTextEditor
          label={t('calibration.form.comment')}
          hint={t('calibration.form.commentHint')}
          isOptional
          rows={5}
          max={COMMENT_MAX}
          value={scores.value.comment}
          error={errors.comment}
          onChange={scores.say}
        />
      </section>
      {!isEmptyWork(work.value) && (
        <ExamplePlaces example={example} work={work.value} scores={scores.value} onChange={scores.replace} />
      )}
      {form.error !== null && <Problem error={form.error} />}
      <div className={cx(layout['row'])}>
        <Button type="submit" variant="primary" isPending={form.isPending}>
          {t(form.isPending ? 'calibration.form.saving' : 'calibration.form.save')}
        </Button>
        <ButtonLink to={`/activities/${activityId}/examples`}>{t('common.cancel')}</ButtonLink>
      </div>
    </form>
  );
}

interface Faults {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly comment?: string | undefined;
  /** What is wrong with scores that cannot be, by criterion. */
  readonly criteria: ReviewProblems['criteria'];
}

const NO_FAULTS: Faults = { criteria: new Map() };

/** What stands in the form, what is wrong with it, and how it is saved. */
function useExampleForm(activityId: string, example: Example) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const save = useSaveExample(activityId, example.id);
  const { isSending } = useUploader(exampleItem(activityId));
  const [title, setTitle] = useState(example.title);
  const [work, setWork] = useState({ text: example.text, files: example.files });
  const [scores, setScores] = useState(toReviewForm(example));
  const [wasTried, setWasTried] = useState(false);
  const tooLong = (max: number) => t('peerReview.review.commentTooLong', { max: format.number(max) });

  function problemOfTitle(): string | undefined {
    if (title.length > TITLE_MAX) return tooLong(TITLE_MAX);
    return title.trim() === '' ? t('calibration.form.titleMissing') : undefined;
  }
  function problemOfText(): string | undefined {
    if (plainTextOf(work.text).length > SUBMISSION_TEXT_MAX) return tooLong(SUBMISSION_TEXT_MAX);
    if (isSending) return t('peerReview.learner.submit.uploading');
    return isEmptyWork(work) ? t('calibration.form.workMissing') : undefined;
  }
  const problems = findProblems(scores, example.criteria, false);
  const found: Faults = {
    title: problemOfTitle(),
    text: problemOfText(),
    comment: problems.comment === 'tooLong' ? tooLong(COMMENT_MAX) : undefined,
    // What is not scored yet may wait.
    criteria: new Map([...problems.criteria].filter(([, fault]) => fault !== 'RATING_MISSING')),
  };
  const count = [found.title, found.text, found.comment].filter(Boolean).length + found.criteria.size;

  return {
    title: { value: title, change: setTitle },
    work: {
      value: work,
      change: (part: Partial<typeof work>) => setWork((before) => ({ ...before, ...part })),
      add: (file: (typeof work)['files'][number]) =>
        setWork((before) => ({ ...before, files: [...before.files, file] })),
      remove: (id: string) =>
        setWork((before) => ({ ...before, files: before.files.filter((file) => file.id !== id) })),
    },
    scores: {
      value: scores,
      rate: (rating: Rating) =>
        setScores((before) => ({
          ...before,
          ratings: { ...before.ratings, [rating.criterionId]: rating },
        })),
      say: (comment: typeof scores.comment) => setScores((before) => ({ ...before, comment })),
      replace: setScores,
    },
    errors: wasTried ? found : NO_FAULTS,
    error: save.error,
    isPending: save.isPending,
    reveal(): number {
      setWasTried(true);
      return count;
    },
    save: () =>
      save.mutate(
        {
          title: title.trim(),
          work,
          ratings: toRatings(scores, example.criteria),
          comment: scores.comment,
          inline: onWork(toInline(scores).inline ?? [], work),
          expectedRevision: example.revision,
        },
        {
          onSuccess: () => {
            showToast({ text: t('calibration.form.saved') });
            void navigate(`/activities/${activityId}/examples`);
          },
        },
      ),
  };
}
