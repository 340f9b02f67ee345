import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TEMPLATE_DESCRIPTION_MAX, TITLE_MAX } from '../../../../../server/src/contracts/limits.ts';
import { newId } from '../../../app/new-id.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DateField } from '../../../ui/DateTimeField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useSaveTemplate } from '../api.ts';

interface SaveTemplateDialogProps {
  readonly activityId: string;
  readonly title: string;
  /** The day that is proposed as the first. */
  readonly startsOn: string;
  readonly onClose: () => void;
}

/** Keeps an activity as a template. */
export default function SaveTemplateDialog(props: SaveTemplateDialogProps) {
  const { activityId, title, onClose } = props;
  const { t } = useTranslation();
  // One id for all tries, so that a try whose answer was lost keeps nothing twice.
  const [templateId] = useState(newId);
  const [name, setName] = useState(title);
  const [description, setDescription] = useState('');
  const [startsOn, setStartsOn] = useState(props.startsOn);
  const save = useSaveTemplate();
  const isWrong =
    name.trim() === '' || name.length > TITLE_MAX || description.length > TEMPLATE_DESCRIPTION_MAX;
  const submit = () =>
    save.mutate(
      { templateId, activityId, name, description, startsOn },
      {
        onSuccess: () => {
          showToast({ text: t('templates.saved', { name }) });
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      title={t('templates.save')}
      confirm={t('templates.saveIt')}
      isPending={save.isPending || isWrong || startsOn === ''}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{t('templates.saveText')}</p>
      {save.error !== null && <Problem error={save.error} />}
      <TemplateFields name={name} description={description} onName={setName} onDescription={setDescription} />
      <DateField
        label={t('templates.firstDay')}
        hint={t('templates.firstDayHint')}
        value={startsOn}
        onChange={setStartsOn}
      />
    </ConfirmDialog>
  );
}

interface TemplateFieldsProps {
  readonly name: string;
  readonly description: string;
  readonly onName: (name: string) => void;
  readonly onDescription: (description: string) => void;
}

/** What a template is called, and what it is for. */
export function TemplateFields({ name, description, onName, onDescription }: TemplateFieldsProps) {
  const { t } = useTranslation();
  const isLong = description.length > TEMPLATE_DESCRIPTION_MAX;
  return (
    <>
      <TextField
        label={t('templates.name')}
        value={name}
        error={
          name.trim() === '' || name.length > TITLE_MAX
            ? t('templates.nameWrong', { max: TITLE_MAX })
            : undefined
        }
        onChange={onName}
      />
      <TextArea
        label={t('templates.description')}
        isOptional
        rows={2}
        value={description}
        error={isLong ? t('timeline.reasonWrong', { max: TEMPLATE_DESCRIPTION_MAX }) : undefined}
        onChange={onDescription}
      />
    </>
  );
}
