import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  REVISION_NOTE_MAX,
  SUBMISSION_TEXT_MAX,
  WORK_FILES_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import { plainTextOf } from '../../../../../server/src/contracts/plain-text.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { FilesField } from '../../../ui/files/FilesField.tsx';
import { useImageUpload } from '../../../ui/files/use-image-upload.ts';
import { useUploader } from '../../../ui/files/use-uploader.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { Criterion, ReceivedReview as Received } from '../api.ts';
import { isEmptyWork } from '../learner-steps.ts';
import {
  getOwnRevision,
  handInRevision,
  type OwnRevision,
  type RevisionForm,
  saveRevisionDraft,
  toRevisionForm,
} from '../revision-api.ts';
import { useSubmitDraft } from '../use-submit-draft.ts';
import { type WorkContent, workItem } from '../work-api.ts';
import { AutosaveStatus, StalePanel } from './AutosaveStatus.tsx';
import { LinksField } from './LinksField.tsx';
import { ReceivedReview } from './ReceivedReview.tsx';
import styles from './SideBySide.module.css';

interface RevisionEditorProps {
  readonly activityId: string;
  readonly revision: OwnRevision;
  /** The version that the reviews are of. */
  readonly reviewed: WorkContent;
  readonly reviews: readonly Received[];
  readonly criteria: Criterion[];
}

/** The reviews with an answer to each, the work, and what was changed; saved while one types. */
export function RevisionEditor({ activityId, revision, reviewed, reviews, criteria }: RevisionEditorProps) {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { autosave, state } = useAutosave<RevisionForm>(`revision:${activityId}`, {
    stored: startOf(revision, reviewed),
    save: (form, expected) => saveRevisionDraft(api, activityId, form, expected),
  });
  const faults = useFaults(activityId, state.value);
  const { element, onSubmit, wasTried, isPending, error } = useSubmitDraft({
    autosave,
    problems: Object.values(faults).filter(Boolean).length,
    send: (value: RevisionForm, expectedRevision) =>
      handInRevision(api, queries, activityId, value, expectedRevision),
    storedOf: (saved) => startOf(saved, reviewed),
    onSubmitted: () => {
      showToast({ text: t('revision.saved') });
      void navigate(`/activities/${activityId}`);
    },
  });
  const form = state.value;
  const isReadOnly = !revision.can.edit || isPending;

  // Uploads end when they end: what was changed meanwhile stays.
  const change = (part: (before: RevisionForm) => Partial<RevisionForm>): void => {
    const before = autosave.getState().value;
    autosave.change({ ...before, ...part(before) });
  };

  return (
    <form ref={element} noValidate onSubmit={onSubmit} className={cx(layout['stack'], layout['page'])}>
      <section className={cx(layout['stack'])} aria-labelledby="reviews">
        <h2 id="reviews">{t('peerReview.learner.result.received')}</h2>
        {reviews.length === 0 && (
          <p className={cx(layout['muted'])}>{t('peerReview.learner.result.noneReceived')}</p>
        )}
        <div className={cx(styles['texts'])}>
          {reviews.map((review) => (
            <ReceivedReview key={review.pseudonym} review={review} criteria={criteria} level={3}>
              <TextArea
                label={t('revision.answer', { pseudonym: review.pseudonym })}
                isOptional
                rows={2}
                isReadOnly={isReadOnly}
                value={form.answers[review.pseudonym] ?? ''}
                onChange={(text) =>
                  change(({ answers }) => ({ answers: { ...answers, [review.pseudonym]: text } }))
                }
              />
            </ReceivedReview>
          ))}
        </div>
      </section>
      <WorkFields
        activityId={activityId}
        form={form}
        hasLinks={reviewed.links.length > 0}
        error={wasTried ? faults.work : undefined}
        isReadOnly={isReadOnly}
        onChange={change}
      />
      <TextArea
        label={t('revision.note')}
        hint={t('revision.noteHint')}
        rows={3}
        isReadOnly={isReadOnly}
        value={form.note}
        error={wasTried ? faults.note : undefined}
        onChange={(note) => change(() => ({ note }))}
      />
      {wasTried && faults.answers !== undefined && <p role="alert">{faults.answers}</p>}
      {state.status === 'stale' && (
        <StalePanel
          onLoad={async () => autosave.reset(startOf(await getOwnRevision(api, activityId), reviewed))}
          onKeep={async () => autosave.keepMine((await getOwnRevision(api, activityId)).draft.revision)}
        />
      )}
      {error !== null && <Problem error={error} />}
      {revision.can.edit && (
        <div className={cx(layout['row'])}>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t(revision.handedIn === null ? 'revision.handIn' : 'revision.handInAgain')}
          </Button>
          <AutosaveStatus state={state} />
        </div>
      )}
    </form>
  );
}

/** The draft; before there is one, the work that was reviewed. */
const startOf = ({ draft }: OwnRevision, { text, files, links }: WorkContent) => ({
  value: toRevisionForm(draft.revision === 0 ? { ...draft, text, files, links } : draft),
  revision: draft.revision,
  savedAt: draft.savedAt,
});

function useFaults(activityId: string, form: RevisionForm) {
  const { t } = useTranslation();
  const format = useFormat();
  const { isSending } = useUploader(workItem(activityId));
  const tooLong = (max: number) => t('peerReview.review.commentTooLong', { max: format.number(max) });
  function work(): string | undefined {
    if (plainTextOf(form.text).length > SUBMISSION_TEXT_MAX) return tooLong(SUBMISSION_TEXT_MAX);
    if (isSending) return t('peerReview.learner.submit.uploading');
    return isEmptyWork(form) ? t('peerReview.learner.submit.required') : undefined;
  }
  function note(): string | undefined {
    if (form.note.length > REVISION_NOTE_MAX) return tooLong(REVISION_NOTE_MAX);
    return form.note.trim() === '' ? t('revision.noteMissing') : undefined;
  }
  const isLong = Object.values(form.answers).some((answer) => answer.length > REVISION_NOTE_MAX);
  return { work: work(), note: note(), answers: isLong ? tooLong(REVISION_NOTE_MAX) : undefined };
}

interface WorkFieldsProps {
  readonly activityId: string;
  readonly form: RevisionForm;
  /** Of a work without links nobody asks for any. */
  readonly hasLinks: boolean;
  readonly error: string | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (part: (before: RevisionForm) => Partial<RevisionForm>) => void;
}

function WorkFields({ activityId, form, hasLinks, error, isReadOnly, onChange }: WorkFieldsProps) {
  const { t } = useTranslation();
  return (
    <section className={cx(layout['stack'], layout['measure'])} aria-labelledby="revised">
      <h2 id="revised">{t('revision.work')}</h2>
      <RichTextEditor
        label={t('revision.work')}
        hidesLabel
        rows={12}
        max={SUBMISSION_TEXT_MAX}
        uploadImage={useImageUpload(workItem(activityId))}
        value={form.text}
        error={error}
        isReadOnly={isReadOnly}
        onChange={(text) => onChange(() => ({ text }))}
      />
      <FilesField
        label={t('peerReview.learner.submit.files')}
        item={workItem(activityId)}
        files={form.files}
        max={WORK_FILES_MAX}
        isAnonymous
        isReadOnly={isReadOnly}
        onAdd={({ id, name, size, type }) =>
          onChange(({ files }) => ({ files: [...files, { id, name, size, type: type ?? '' }] }))
        }
        onRemove={(id) => onChange(({ files }) => ({ files: files.filter((file) => file.id !== id) }))}
      />
      {hasLinks && (
        <LinksField
          links={form.links}
          isAnonymous
          isReadOnly={isReadOnly}
          hint=""
          error={undefined}
          onChange={(links) => onChange(() => ({ links }))}
        />
      )}
    </section>
  );
}
