import { useTranslation } from 'react-i18next';
import type { Settings } from '../settings-api.ts';
import { newSettings, SettingsForm, type SettingsFormProps } from './SettingsForm.tsx';

export interface NewProjectProps extends Omit<SettingsFormProps, 'initial'> {
  readonly suggestedTitle: string;
  readonly onSubmit: (settings: Settings) => void;
}

/** The form of a project that is not there yet. */
export default function NewProject({ suggestedTitle, ...props }: NewProjectProps) {
  const { t } = useTranslation();
  return (
    <SettingsForm initial={newSettings(suggestedTitle || t('groupWork.setUp.defaultTitle'))} {...props} />
  );
}
