import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TAG_MAX, TAGS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { newId } from '../../../app/new-id.ts';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import type { Settings } from '../settings-api.ts';
import { tagsFrom } from '../tags.ts';

type Tags = Settings['tags'];

export const hasTagFault = (tags: Tags): boolean =>
  tags.length > TAGS_MAX ||
  tags.some(({ name }) => name.length > TAG_MAX) ||
  new Set(tags.map(({ name }) => name.toLocaleLowerCase())).size < tags.length;

interface TagFieldsProps {
  readonly settings: Settings;
  readonly showsFaults: boolean;
  readonly onChange: (part: Partial<Settings>) => void;
}

/** By what threads can be called, and who reads what posts said before. */
export function TagFields({ settings, showsFaults, onChange }: TagFieldsProps) {
  const { t } = useTranslation();
  const { tags, history } = settings;
  // As it is typed, empty lines and all.
  const [lines, setLines] = useState(() => tags.map(({ name }) => name).join('\n'));
  return (
    <>
      <TextArea
        label={t('threadTags.setUp.tags')}
        hint={t('threadTags.setUp.tagsHint')}
        rows={3}
        value={lines}
        error={
          showsFaults && hasTagFault(tags)
            ? t('threadTags.setUp.wrong', { max: TAGS_MAX, length: TAG_MAX })
            : undefined
        }
        onChange={(typed) => {
          setLines(typed);
          onChange({ tags: tagsFrom(typed, tags, newId) });
        }}
      />
      <RadioGroup
        label={t('threadTags.setUp.history')}
        value={history}
        onChange={(chosen) => onChange({ history: chosen })}
        choices={(['staff', 'all'] as const).map((id) => ({
          id,
          text: t(`threadTags.setUp.readers.${id}`),
        }))}
        hint={t('threadTags.setUp.historyHint')}
      />
    </>
  );
}
