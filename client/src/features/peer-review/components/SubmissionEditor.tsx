import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MEGABYTE, SUBMISSION_TEXT_MAX } from '../../../../../server/src/contracts/limits.ts';
import { emptyRichText, plainTextOf } from '../../../../../server/src/contracts/plain-text.ts';
import { ApiError } from '../../../app/api-client.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { focusFirstInvalid } from '../../../ui/focus-invalid.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { FilesField } from '../../../ui/files/FilesField.tsx';
import { useImageUpload } from '../../../ui/files/use-image-upload.ts';
import { useUploader } from '../../../ui/files/use-uploader.ts';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import { keys, type OwnSubmission } from '../api.ts';
import {
  getOwnSubmission,
  saveSubmissionDraft,
  useSubmitWork,
  type WorkContent,
  workItem,
} from '../work-api.ts';
import { missingParts } from '../hand-in-form.ts';
import { type HandInPart, isPresentation } from '../hand-in-parts.ts';
import { startingWork } from '../learner-steps.ts';
import { AutosaveStatus, StalePanel } from './AutosaveStatus.tsx';
import { LinksField } from './LinksField.tsx';

export interface SubmissionEditorProps {
  readonly activityId: string;
  readonly own: OwnSubmission;
  /** One has pressed the button that opened it. */
  readonly takesFocus: boolean;
  /** One has begun to write, so the editor stays until one is done. */
  readonly onStart: () => void;
  /** The work is handed in, or the changes are dropped. */
  readonly onDone: () => void;
}

/** Refusals after which the page shows what it did not know. */
const READ_AGAIN: ReadonlySet<string> = new Set(['STALE_REVISION', 'ANONYMITY_CHANGED']);

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
  const savedBy = useStaleBy(activityId, state.status === 'stale');
  const { submit, handIn } = useHandIn(activityId, own, autosave, onDone);
  const { submission, handIn: taken } = own;
  const isLive = isPresentation(taken);
  const isAnonymous = own.promise === 'nobodyKnows';
  const uploadImage = useImageUpload(workItem(activityId));
  const { isSending } = useUploader(workItem(activityId));
  const work = state.value;
  const length = useMemo(() => plainTextOf(work.text).length, [work.text]);
  const missing = missingParts(taken, work);
  const error = problem();

  function problem(): string | undefined {
    if (length > SUBMISSION_TEXT_MAX) {
      return t('richText.tooLong', {
        max: format.number(SUBMISSION_TEXT_MAX),
        length: format.number(length),
      });
    }
    if (wasTried && isSending) return t('peerReview.learner.submit.uploading');
    return missingText('text');
  }

  function needText(part: HandInPart): string {
    return taken[part] === 'required' ? t(`handIn.needs.${part}`) : '';
  }

  function missingText(part: HandInPart): string | undefined {
    if (!wasTried || !missing.includes(part)) return undefined;
    return needText(part) || t('peerReview.learner.submit.required');
  }

  // Uploads end when they end: what was changed meanwhile stays.
  function change(part: (before: WorkContent) => Partial<WorkContent>): void {
    onStart();
    const before = autosave.getState().value;
    autosave.change({ ...before, ...part(before) });
  }

  function tryToHandIn(): void {
    setWasTried(true);
    if (missing.length === 0 && length <= SUBMISSION_TEXT_MAX && !isSending) return void handIn(work);
    announce(t('common.formErrors', { count: 1 }));
    // The field for files is none that could be marked as wrong.
    if (missing[0] === 'files')
      element.current?.querySelector<HTMLElement>('[data-part="files"] button')?.focus();
    else focusFirstInvalid(element);
  }

  function discard(): void {
    const { text = emptyRichText(), files = [], links = [] } = submission ?? {};
    autosave.change({ text, files, links });
    autosave.flush();
    onDone();
  }

  const promise = `${t(`promise.author.${own.promise}`)} ${t('promise.staff')}`;
  function buttonText(): string {
    if (isLive) return t('handIn.presentation.button');
    return t(submission === null ? 'peerReview.learner.submit.button' : 'peerReview.learner.submit.again');
  }
  return (
    <div ref={element} className={cx(layout['stack'], layout['measure'])}>
      {isLive && <p>{t('handIn.presentation.text')}</p>}
      {taken.text === 'off' ? (
        <p className={cx(layout['muted'], layout['small'])}>{promise}</p>
      ) : (
        <RichTextEditor
          label={t('peerReview.learner.submit.field')}
          hidesLabel
          takesFocus={takesFocus}
          rows={12}
          max={SUBMISSION_TEXT_MAX}
          uploadImage={uploadImage}
          placeholder={t('peerReview.learner.submit.empty')}
          hint={`${promise} ${needText('text')}`.trim()}
          value={work.text}
          error={error}
          isReadOnly={submit.isPending}
          onChange={(text) => change(() => ({ text }))}
        />
      )}
      {taken.files !== 'off' && (
        <div data-part="files">
          <FilesField
            label={t('peerReview.learner.submit.files')}
            item={workItem(activityId)}
            files={work.files}
            max={taken.filesMax}
            groups={taken.fileGroups}
            bytesMax={taken.fileMegabytes * MEGABYTE}
            isAnonymous={isAnonymous}
            isReadOnly={submit.isPending}
            hint={needText('files')}
            error={missingText('files')}
            onAdd={({ id, name, size, type }) =>
              change(({ files }) => ({ files: [...files, { id, name, size, type: type ?? '' }] }))
            }
            onRemove={(id) => change(({ files }) => ({ files: files.filter((file) => file.id !== id) }))}
          />
        </div>
      )}
      {taken.links !== 'off' && (
        <LinksField
          links={work.links}
          isAnonymous={isAnonymous}
          isReadOnly={submit.isPending}
          hint={needText('links')}
          error={missingText('links')}
          onChange={(links) => change(() => ({ links }))}
        />
      )}
      {state.status === 'stale' && (
        <StalePanel
          texts={
            savedBy === null
              ? null
              : { title: t('handIn.stale.title', { name: savedBy }), text: t('handIn.stale.text') }
          }
          onLoad={async () => autosave.reset(stored(await getOwnSubmission(api, activityId)))}
          onKeep={async () => autosave.keepMine((await getOwnSubmission(api, activityId)).draft.revision)}
        />
      )}
      {submit.error !== null && <Problem error={submit.error} />}
      <div className={cx(layout['row'])}>
        <Button variant="primary" isPending={submit.isPending} onPress={tryToHandIn}>
          {submit.isPending ? t('peerReview.learner.submit.busy') : buttonText()}
        </Button>
        {submission !== null && <Button onPress={discard}>{t('peerReview.learner.submit.discard')}</Button>}
        <AutosaveStatus state={state} />
      </div>
    </div>
  );
}

/** Who of the group has saved meanwhile; null: oneself, or it is not known yet. */
function useStaleBy(activityId: string, isStale: boolean): string | null {
  const api = useApi();
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    if (!isStale) return;
    getOwnSubmission(api, activityId).then(
      ({ draft }) => setName(draft.savedBy),
      () => undefined,
    );
  }, [api, activityId, isStale]);
  return name;
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
      // The other tab's version, or what is promised now, has to be known before one can hand in.
      if (failure instanceof ApiError && READ_AGAIN.has(failure.code)) {
        await queries.refetchQueries({ queryKey: keys.submission(activityId) });
      }
    }
  }

  return { submit, handIn };
}
