import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { CheckboxGroup } from '../../../ui/Checkbox.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { type Section, type Sections, useAssignAssistants } from '../sections-api.ts';

interface AssistantsDialogProps {
  readonly section: Section;
  readonly staff: Sections['staff'];
  readonly onClose: () => void;
}

/** Who of the staff looks after a section. */
export function AssistantsDialog({ section, staff, onClose }: AssistantsDialogProps) {
  const { t } = useTranslation();
  const [memberIds, setMemberIds] = useState(section.assistants.map(({ id }) => id));
  const assign = useAssignAssistants(section.id);
  const save = (): void =>
    assign.mutate(memberIds, {
      onSuccess: () => {
        announce(t('sections.saved'));
        onClose();
      },
    });
  return (
    <ConfirmDialog
      title={t('sections.dialog', { name: section.name ?? t('sections.unnamed') })}
      confirm={t('sections.save')}
      isPending={assign.isPending}
      onConfirm={save}
      onClose={onClose}
    >
      <CheckboxGroup
        label={t('sections.assistants')}
        hint={t('sections.assistantsHint')}
        choices={staff.map(({ id, name }) => ({ id, text: name ?? t('groups.person') }))}
        value={memberIds}
        onChange={setMemberIds}
      />
      {assign.error !== null && <Problem error={assign.error} />}
    </ConfirmDialog>
  );
}
