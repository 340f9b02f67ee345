import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type Template, useRenameTemplate } from '../api.ts';
import { TemplateFields } from './SaveTemplateDialog.tsx';

interface RenameTemplateDialogProps {
  readonly template: Template;
  readonly onClose: () => void;
}

/** Another name and description for a template. */
export default function RenameTemplateDialog({ template, onClose }: RenameTemplateDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(template.name);
  const [description, setDescription] = useState(template.description);
  const rename = useRenameTemplate(template);
  const submit = () =>
    rename.mutate(
      { name, description },
      {
        onSuccess: () => {
          showToast({ text: t('templates.saved', { name }) });
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      title={t('templates.rename')}
      confirm={t('templates.saveIt')}
      isPending={rename.isPending || name.trim() === ''}
      onConfirm={submit}
      onClose={onClose}
    >
      {rename.error !== null && <Problem error={rename.error} />}
      <TemplateFields name={name} description={description} onName={setName} onDescription={setDescription} />
    </ConfirmDialog>
  );
}
