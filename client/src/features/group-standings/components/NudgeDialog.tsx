import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NUDGE_TEXT_MAX } from '../../../../../server/src/contracts/room-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { useNudge, useNudgePreview } from '../api.ts';

interface NudgeDialogProps {
  readonly place: RoomPlace;
  readonly groupName: string;
  /** What is proposed to be said. */
  readonly proposed: string;
  readonly onClose: () => void;
}

/** Writes to a group: to whom, what, and whether somebody has just done so. */
export function NudgeDialog({ place, groupName, proposed, onClose }: NudgeDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const preview = useNudgePreview(place);
  const nudge = useNudge(place);
  const [text, setText] = useState(proposed);
  const [nudgeId] = useState(newId);
  const { data } = preview;
  const isFit = text.trim() !== '' && text.length <= NUDGE_TEXT_MAX;
  const again = data?.isRecent === true;
  const send = () =>
    nudge.mutate(
      { nudgeId, text, again },
      {
        // Somebody else was faster: the preview comes again and says so.
        onSuccess({ lately }) {
          if (lately !== null) return;
          showToast({ text: t('groupNudge.sent', { name: groupName }) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      role="alertdialog"
      title={t('groupNudge.title', { name: groupName })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!isFit || !data || data.people.length === 0}
            isPending={nudge.isPending}
            onPress={send}
          >
            {t(again ? 'groupNudge.sendAgain' : 'groupNudge.send')}
          </Button>
        </>
      }
    >
      <div className={cx(layout['stack'])}>
        {data?.last && data.isRecent && (
          <Banner tone="warn" title={t('groupNudge.recent', { when: format.moment(data.last.at) })}>
            <p className={cx(layout['prose'])}>
              {data.last.by ?? t('groupWork.somebody')}: {data.last.text}
            </p>
          </Banner>
        )}
        {data && (
          <p>
            {data.people.length === 0
              ? t('groupNudge.nobody')
              : t('groupNudge.to', {
                  names: format.list(data.people.map((name) => name ?? t('groupWork.somebody'))),
                })}
          </p>
        )}
        <TextArea
          label={t('groupNudge.text')}
          hint={t('groupNudge.hint')}
          value={text}
          error={isFit ? undefined : t('groupNudge.wrong', { max: format.number(NUDGE_TEXT_MAX) })}
          onChange={setText}
        />
        {preview.isError && <Problem error={preview.error} retry={() => void preview.refetch()} />}
        {nudge.error !== null && <Problem error={nudge.error} />}
      </div>
    </Dialog>
  );
}
