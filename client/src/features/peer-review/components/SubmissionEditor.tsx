import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SUBMISSION_TEXT_MAX } from '../../../../../server/src/contracts/limits.ts';
import { ApiError } from '../../../app/api-client.ts';
import { useApi, useFormat } from '../../../app/context.ts';
import { useAutosave } from '../../../app/use-autosave.ts';
import { countWords } from '../../../../../server/src/contracts/plain-text.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { getOwnSubmission, keys, type OwnSubmission, saveSubmissionDraft, useSubmitWork } from '../api.ts';
import { startingText } from '../learner-steps.ts';
import { AutosaveStatus, StalePanel } from './AutosaveStatus.tsx';

interface SubmissionEditorProps {
  readonly activityId: string;
  readonly own: OwnSubmission;
  /** One has begun to write, so the editor stays until one is done. */
  readonly onStart: () => void;
  /** The work is handed in, or the changes are dropped. */
  readonly onDone: () => void;
}

const stored = (own: OwnSubmission) => ({
  value: startingText(own).text,
  revision: own.draft.revision,
  savedAt: own.draft.savedAt,
});

/** Writes the work: saved while one types, handed in when one says so. */
export function SubmissionEditor({ activityId, own, onStart, onDone }: SubmissionEditorProps) {
  const { t } = useTranslation();
  const api = useApi();
  const format = useFormat();
  const [wasTried, setWasTried] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  const { autosave, state } = useAutosave<string>(`submission:${activityId}`, {
    stored: stored(own),
    save: (text, revision) => saveSubmissionDraft(api, activityId, text, revision),
  });
  const { submit, handIn } = useHandIn(activityId, own, autosave, onDone);
  const { submission } = own;
  const text = state.value;
  const error = problemWith(text);

  function problemWith(value: string): string | undefined {
    if (value.length > SUBMISSION_TEXT_MAX) {
      const numbers = { max: format.number(SUBMISSION_TEXT_MAX), length: format.number(value.length) };
      return t('peerReview.learner.submit.tooLong', numbers);
    }
    return wasTried && value.trim() === '' ? t('peerReview.learner.submit.required') : undefined;
  }

  function tryToHandIn(): void {
    setWasTried(true);
    if (text.trim() !== '' && text.length <= SUBMISSION_TEXT_MAX) return void handIn(text);
    announce(t('common.formErrors', { count: 1 }));
    element.current?.querySelector('textarea')?.focus();
  }

  function discard(): void {
    autosave.change(submission?.text ?? '');
    autosave.flush();
    onDone();
  }

  return (
    <div ref={element} className={cx(layout['stack'], layout['measure'])}>
      <TextArea
        label={t('peerReview.learner.submit.field')}
        hidesLabel
        rows={12}
        placeholder={t('peerReview.learner.submit.empty')}
        hint={t('peerReview.learner.submit.promise')}
        value={text}
        error={error}
        isReadOnly={submit.isPending}
        onChange={(value) => {
          onStart();
          autosave.change(value);
        }}
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
        <span className={cx(layout['muted'], layout['small'])}>
          {t('peerReview.learner.submit.words', { count: countWords(text) })}
        </span>
        <AutosaveStatus state={state} />
      </div>
    </div>
  );
}

function useHandIn(
  activityId: string,
  own: OwnSubmission,
  autosave: ReturnType<typeof useAutosave<string>>['autosave'],
  onDone: () => void,
) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const submit = useSubmitWork(activityId);

  async function handIn(text: string): Promise<void> {
    await autosave.settle();
    try {
      await submit.mutateAsync({
        text,
        expectedVersion: own.submission?.version ?? 0,
        expectedRevision: autosave.revision(),
      });
      const latest = queries.getQueryData<OwnSubmission>(keys.submission(activityId));
      if (latest !== undefined) autosave.reset(stored(latest));
      announce(t('peerReview.learner.submit.done'));
      onDone();
    } catch (failure) {
      autosave.change(text);
      // The other tab's version has to be known before one can hand in on top of it.
      if (failure instanceof ApiError && failure.code === 'STALE_REVISION') {
        await queries.refetchQueries({ queryKey: keys.submission(activityId) });
      }
    }
  }

  return { submit, handIn };
}
