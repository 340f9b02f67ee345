import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SUBMISSION_TEXT_MAX, WORK_FILES_MAX } from '../../../../../server/src/contracts/limits.ts';
import { emptyRichText, plainTextOf } from '../../../../../server/src/contracts/plain-text.ts';
import { ApiError } from '../../../app/api-client.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { FilesField } from '../../../ui/files/FilesField.tsx';
import { useImageUpload } from '../../../ui/files/use-image-upload.ts';
import { useUploader } from '../../../ui/files/use-uploader.ts';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import {
  getOwnSubmission,
  keys,
  type OwnSubmission,
  saveSubmissionDraft,
  useSubmitWork,
  type WorkContent,
  workItem,
} from '../api.ts';
import { isEmptyWork, startingWork } from '../learner-steps.ts';
import { AutosaveStatus, StalePanel } from './AutosaveStatus.tsx';

interface SubmissionEditorProps {
  readonly activityId: string;
  readonly own: OwnSubmission;
  /** One has pressed the button that opened it. */
  readonly takesFocus: boolean;
  /** One has begun to write, so the editor stays until one is done. */
  readonly onStart: () => void;
  /** The work is handed in, or the changes are dropped. */
  readonly onDone: () => void;
}

const stored = (own: OwnSubmission) => ({
  value: startingWork(own).work,
  revision: own.draft.revision,
  savedAt: own.draft.savedAt,
});

/** Writes the work: saved while one types, handed in when one says so. */
export default function SubmissionEditor({
  activityId,
  own,
  takesFocus,
  onStart,
  onDone,
}: SubmissionEditorProps) {
  const { t } = useTranslation();
  const api = useApi();
  const format = useFormat();
  const [wasTried, setWasTried] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  const { autosave, state } = useAutosave<WorkContent>(`work:${activityId}`, {
    stored: stored(own),
    save: (work, revision) => saveSubmissionDraft(api, activityId, work, revision),
  });
  const { submit, handIn } = useHandIn(activityId, own, autosave, onDone);
  const { submission } = own;
  const uploadImage = useImageUpload(workItem(activityId));
  const { isSending } = useUploader(workItem(activityId));
  const work = state.value;
  const length = useMemo(() => plainTextOf(work.text).length, [work.text]);
  const error = problem();

  function problem(): string | undefined {
    if (length > SUBMISSION_TEXT_MAX) {
      return t('richText.tooLong', {
        max: format.number(SUBMISSION_TEXT_MAX),
        length: format.number(length),
      });
    }
    if (wasTried && isSending) return t('peerReview.learner.submit.uploading');
    return wasTried && isEmptyWork(work) ? t('peerReview.learner.submit.required') : undefined;
  }

  // Uploads end when they end: what was changed meanwhile stays.
  function change(part: (before: WorkContent) => Partial<WorkContent>): void {
    onStart();
    const before = autosave.getState().value;
    autosave.change({ ...before, ...part(before) });
  }

  function tryToHandIn(): void {
    setWasTried(true);
    if (!isEmptyWork(work) && length <= SUBMISSION_TEXT_MAX && !isSending) return void handIn(work);
    announce(t('common.formErrors', { count: 1 }));
    element.current?.querySelector<HTMLElement>('[role="textbox"]')?.focus();
  }

  function discard(): void {
    autosave.change({ text: submission?.text ?? emptyRichText(), files: submission?.files ?? [] });
    autosave.flush();
    onDone();
  }

  return (
    <div ref={element} className={cx(layout['stack'], layout['measure'])}>
      <RichTextEditor
        label={t('peerReview.learner.submit.field')}
        hidesLabel
        takesFocus={takesFocus}
        rows={12}
        max={SUBMISSION_TEXT_MAX}
        uploadImage={uploadImage}
        placeholder={t('peerReview.learner.submit.empty')}
        hint={t('peerReview.learner.submit.promise')}
        value={work.text}
        error={error}
        isReadOnly={submit.isPending}
        onChange={(text) => change(() => ({ text }))}
      />
      <FilesField
        label={t('peerReview.learner.submit.files')}
        item={workItem(activityId)}
        files={work.files}
        max={WORK_FILES_MAX}
        isAnonymous
        isReadOnly={submit.isPending}
        onAdd={({ id, name, size, type }) =>
          change(({ files }) => ({ files: [...files, { id, name, size, type: type ?? '' }] }))
        }
        onRemove={(id) => change(({ files }) => ({ files: files.filter((file) => file.id !== id) }))}
      />
      {state.status === 'stale' && (
        <StalePanel
          onLoad={async () => autosave.reset(stored(await getOwnSubmission(api, activityId)))}
          onKeep={async () => autosave.keepMine((await getOwnSubmission(api, activityId)).draft.revision)}
        />
      )}
      {submit.error !== null && <Problem error={submit.error} />}
      <div className={cx(layout['row'])}>
        <Button variant="primary" isPending={submit.isPending} onPress={tryToHandIn}>
          {submit.isPending
            ? t('peerReview.learner.submit.busy')
            : t(submission === null ? 'peerReview.learner.submit.button' : 'peerReview.learner.submit.again')}
        </Button>
        {submission !== null && <Button onPress={discard}>{t('peerReview.learner.submit.discard')}</Button>}
        <AutosaveStatus state={state} />
      </div>
    </div>
  );
}

function useHandIn(
  activityId: string,
  own: OwnSubmission,
  autosave: ReturnType<typeof useAutosave<WorkContent>>['autosave'],
  onDone: () => void,
) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const submit = useSubmitWork(activityId);

  async function handIn(work: WorkContent): Promise<void> {
    await autosave.settle();
    try {
      await submit.mutateAsync({
        work,
        expectedVersion: own.submission?.version ?? 0,
        expectedRevision: autosave.revision(),
      });
      const latest = queries.getQueryData<OwnSubmission>(keys.submission(activityId));
      if (latest !== undefined) autosave.reset(stored(latest));
      announce(t('peerReview.learner.submit.done'));
      onDone();
    } catch (failure) {
      autosave.change({ ...work });
      // The other tab's version has to be known before one can hand in on top of it.
      if (failure instanceof ApiError && failure.code === 'STALE_REVISION') {
        await queries.refetchQueries({ queryKey: keys.submission(activityId) });
      }
    }
  }

  return { submit, handIn };
}
