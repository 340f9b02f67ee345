import { useTranslation } from 'react-i18next';
import { POST_FILES_MAX } from '../../../../../server/src/contracts/moderation-limits.ts';
import type { FileItem } from '../../../ui/files/api.ts';
import { FilesField } from '../../../ui/files/FilesField.tsx';
import type { Settings } from '../settings-api.ts';

type Attached = Settings['promptFiles'];

interface PromptFilesFieldProps {
  readonly item: FileItem;
  readonly files: Attached;
  /** Uploads end when they end: what is there then is asked for. */
  readonly onChange: (change: (before: Attached) => Attached) => void;
}

/** What goes with a prompt. */
export default function PromptFilesField({ item, files, onChange }: PromptFilesFieldProps) {
  const { t } = useTranslation();
  return (
    <FilesField
      label={t('discussion.setUp.files')}
      item={item}
      files={files.map(({ fileId, ...file }) => ({ id: fileId, ...file }))}
      max={POST_FILES_MAX}
      isAnonymous={false}
      onAdd={({ id, name, size, type }) =>
        onChange((before) => [...before, { fileId: id, name, size, type: type ?? '' }])
      }
      onRemove={(id) => onChange((before) => before.filter(({ fileId }) => fileId !== id))}
    />
  );
}
