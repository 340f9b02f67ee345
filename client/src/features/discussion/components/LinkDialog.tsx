import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import field from '../../../ui/Field.module.css';
import { cx } from '../../../ui/cx.ts';
import { FieldFrame } from '../../../ui/FieldFrame.tsx';

/** A link to a post, to be copied by hand. */
export default function LinkDialog({ url, onClose }: { readonly url: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('discussion.post.linkTitle')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('discussion.history.close')}</Button>}
    >
      <FieldFrame label={t('discussion.post.linkAddress')} hint={t('discussion.post.linkByHand')} isReadOnly>
        {(control) => (
          <input
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            type="text"
            dir="ltr"
            className={cx(field['input'])}
            value={url}
            onFocus={(event) => event.target.select()}
          />
        )}
      </FieldFrame>
    </Dialog>
  );
}
