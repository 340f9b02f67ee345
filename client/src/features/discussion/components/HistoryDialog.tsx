import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FileList } from '../../../ui/files/FileList.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { usePostHistory } from '../api.ts';

interface HistoryDialogProps {
  readonly activityId: string;
  readonly threadId: string;
  readonly n: number;
  /** What those are called who are mentioned. */
  readonly nameOf: ((memberId: string) => string | undefined) | undefined;
  readonly onClose: () => void;
}

/** What a post said before. */
export function HistoryDialog({ activityId, threadId, n, nameOf, onClose }: HistoryDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = usePostHistory(activityId, threadId, n);
  return (
    <Dialog
      title={t('discussion.history.title')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('discussion.history.close')}</Button>}
    >
      {history.isPending && <Skeleton />}
      {history.isError && <Problem error={history.error} retry={() => void history.refetch()} />}
      {history.data?.items.length === 0 && <p>{t('discussion.history.none')}</p>}
      <ol className={cx(layout['stack'], layout['plainList'])}>
        {history.data?.items.map(({ revision, title, text, files, at }) => (
          <li key={revision}>
            <p className={cx(layout['muted'], layout['small'])}>
              {t('discussion.history.version', { when: format.moment(at) })}
            </p>
            {title !== null && (
              <h3>
                <bdi>{title}</bdi>
              </h3>
            )}
            <RichTextView document={text} headingLevel={4} nameOf={nameOf} />
            <FileList files={files} />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
