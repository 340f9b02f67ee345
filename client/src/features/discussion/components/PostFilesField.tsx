import { useTranslation } from 'react-i18next';
import { POST_FILES_MAX } from '../../../../../server/src/contracts/moderation-limits.ts';
import { FilesField } from '../../../ui/files/FilesField.tsx';
import type { PostContent } from '../writing-api.ts';

interface PostFilesFieldProps {
  readonly activityId: string;
  readonly files: PostContent['files'];
  /** Whether readers will not know whose they are. */
  readonly isAnonymous: boolean;
  readonly isReadOnly: boolean;
  /** Uploads end when they end: what is there then is asked for. */
  readonly onChange: (change: (before: PostContent['files']) => PostContent['files']) => void;
}

/** What is attached to a post. */
export default function PostFilesField({
  activityId,
  files,
  isAnonymous,
  isReadOnly,
  onChange,
}: PostFilesFieldProps) {
  const { t } = useTranslation();
  return (
    <FilesField
      label={t('discussion.write.files')}
      item={{ kind: 'discussion-post', id: activityId }}
      files={files}
      max={POST_FILES_MAX}
      isAnonymous={isAnonymous}
      isReadOnly={isReadOnly}
      onAdd={({ id, name, size, type }) =>
        onChange((before) => [...before, { id, name, size, type: type ?? '' }])
      }
      onRemove={(id) => onChange((before) => before.filter((file) => file.id !== id))}
    />
  );
}
