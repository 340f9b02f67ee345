import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  BANK_COMMENT_MAX,
  MARKING_BATCH_MAX,
  REASON_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import {
  type BulkAct,
  type BulkKind,
  useBulk,
  useBulkPreview,
  useStartBulk,
  useUndoBulk,
} from '../bulk-api.ts';
import { useCommentBank } from '../comment-bank-api.ts';
import { useHidden } from '../use-hidden.ts';
import { BulkProgress } from './BulkProgress.tsx';
import { PreviewList } from './PreviewList.tsx';

interface BulkDialogProps {
  readonly activityId: string;
  readonly kind: BulkKind;
  readonly workIds: readonly string[];
  /** @param isDone whether something was done */
  readonly onClose: (isDone: boolean) => void;
}

const REASONS = {
  zero: 'marking.bulk.reasonZero',
  excuse: 'marking.bulk.reasonExcuse',
  comment: 'marking.bulk.reasonComment',
} as const;

/** One thing for many works: what it will do to each, how far it is, what stayed as it was, and the way back. */
export function BulkDialog({ activityId, kind, workIds, onClose }: BulkDialogProps) {
  const { t } = useTranslation();
  const { isHidden } = useHidden();
  // Sent again after a broken connection it is still the same act.
  const [id] = useState(newId);
  const [act, setAct] = useState<BulkAct | null>(kind === 'comment' ? null : { kind });
  const [reason, setReason] = useState<string>(t(REASONS[kind]));
  const start = useStartBulk(activityId);
  const undo = useUndoBulk(activityId);
  const isBegun = start.isSuccess;
  const chosen = workIds.slice(0, MARKING_BATCH_MAX);
  const preview = useBulkPreview(activityId, isBegun ? null : act, chosen, isHidden);
  const bulk = useBulk(activityId, id, isBegun).data;
  const count = preview.data?.counts.change ?? 0;
  const isReasonWrong = reason.trim() === '' || reason.trim().length > REASON_MAX;

  function begin(): void {
    if (act === null || preview.data === undefined) return;
    // Those that are left out are asked for, too: they are told by name at the end.
    const works = preview.data.rows.map(({ workId, revision }) => ({ workId, expectedRevision: revision }));
    start.mutate({ id, act, hidden: isHidden, works, reason: reason.trim() });
  }

  function actions() {
    if (isBegun) {
      return (
        <>
          {bulk?.can.undo === true && bulk.changed > 0 && (
            <Button
              isPending={undo.isPending}
              onPress={() => undo.mutate({ id, reason: t('marking.bulk.undoReason') })}
            >
              {t('marking.bulk.undo')}
            </Button>
          )}
          <Button variant="primary" onPress={() => onClose(true)}>
            {t('marking.bulk.close')}
          </Button>
        </>
      );
    }
    return (
      <>
        <Button onPress={() => onClose(false)}>{t('common.cancel')}</Button>
        {act !== null && (
          <Button
            variant="primary"
            isDisabled={count === 0 || isReasonWrong}
            isPending={start.isPending}
            onPress={begin}
          >
            {count === 0 ? t('marking.bulk.nothing') : t('marking.bulk.confirm', { count })}
          </Button>
        )}
      </>
    );
  }

  return (
    <Dialog title={t(`marking.bulk.${kind}`)} onClose={() => onClose(isBegun)} actions={actions()}>
      {kind === 'comment' && !isBegun && (
        <CommentToAdd onChange={(text) => setAct(text === null ? null : { kind, text })} />
      )}
      {!isBegun && act !== null && (
        <>
          {workIds.length > chosen.length && <p>{t('marking.bulk.tooMany', { max: MARKING_BATCH_MAX })}</p>}
          {preview.error !== null && <Problem error={preview.error} retry={() => void preview.refetch()} />}
          {preview.isPending && <Skeleton />}
          {preview.data !== undefined && <PreviewList preview={preview.data} />}
          <TextArea
            label={t('marking.bulk.reason')}
            rows={2}
            value={reason}
            error={isReasonWrong ? t('marking.bulk.reasonWrong', { max: REASON_MAX }) : undefined}
            onChange={setReason}
          />
        </>
      )}
      {isBegun && <BulkProgress bulk={bulk} total={chosen.length} />}
      {(start.error ?? undo.error) !== null && <Problem error={start.error ?? undo.error} />}
    </Dialog>
  );
}

interface CommentToAddProps {
  /** What is to be previewed; null once it is no longer what stands there. */
  readonly onChange: (text: string | null) => void;
}

/** A comment to write, or to take from those that are saved. */
function CommentToAdd({ onChange }: CommentToAddProps) {
  const { t } = useTranslation();
  const saved = useCommentBank().data?.comments ?? [];
  const [text, setText] = useState('');
  const [isTried, setIsTried] = useState(false);
  const write = (next: string): void => {
    setText(next);
    onChange(null);
  };
  const isWrong = text.trim() === '' || text.trim().length > BANK_COMMENT_MAX;
  return (
    <>
      {saved.length > 0 && (
        <ComboBox
          label={t('marking.bulk.bank')}
          choices={saved.map((comment) => ({ id: comment.id, text: comment.text }))}
          value={null}
          onChange={(id) => write(saved.find((comment) => comment.id === id)?.text ?? text)}
        />
      )}
      <TextArea
        label={t('marking.bulk.text')}
        hint={t('marking.bank.hint', { name: '{name}', points: '{points}', maximum: '{maximum}' })}
        rows={3}
        value={text}
        error={isTried && isWrong ? t('marking.bulk.wrong', { max: BANK_COMMENT_MAX }) : undefined}
        onChange={write}
      />
      <div>
        <Button
          onPress={() => {
            setIsTried(true);
            if (isWrong) announce(t('common.formErrors', { count: 1 }));
            else onChange(text.trim());
          }}
        >
          {t('marking.bulk.preview')}
        </Button>
      </div>
    </>
  );
}
