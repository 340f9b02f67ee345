import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { newId } from '../../../app/new-id.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useSaveBankItem } from '../bank-api.ts';
import { TagsField } from './TagsField.tsx';

/** Saves a question of a questionnaire to the bank as well, under tags. */
export function KeepDialog({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [id] = useState(newId);
  const [tags, setTags] = useState<string[]>([]);
  const save = useSaveBankItem(id);
  const keep = () =>
    save.mutate(
      // In the bank it depends on no other question.
      { item: { ...item, id, showIf: null }, tags, expectedRevision: 0 },
      {
        onSuccess: () => {
          showToast({ text: t('questionBank.saved') });
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={t('questionBank.keep')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isPending={save.isPending} onPress={keep}>
            {t('questionnaire.build.save')}
          </Button>
        </>
      }
    >
      <p className={cx(layout['prose'])}>{item.text}</p>
      <TagsField tags={tags} onChange={setTags} />
      {save.error !== null && <Problem error={save.error} />}
    </Dialog>
  );
}
