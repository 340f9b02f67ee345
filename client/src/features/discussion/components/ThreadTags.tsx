import { useTranslation } from 'react-i18next';
import { THREAD_TAGS_MAX } from '../../../../../server/src/contracts/limits.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { CheckboxGroup } from '../../../ui/Checkbox.tsx';
import type { Discussion } from '../api.ts';

type Tags = Discussion['tags'];

interface TagBadgesProps {
  /** Of the thread. */
  readonly ids: readonly string[];
  /** All that staff offer. */
  readonly tags: Tags;
}

/** What a thread is called by. */
export function TagBadges({ ids, tags }: TagBadgesProps) {
  return tags
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name }) => (
      <Badge key={id} tone="neutral">
        {name}
      </Badge>
    ));
}

interface TagChoiceProps {
  readonly chosen: readonly string[];
  readonly tags: Tags;
  readonly onChange: (chosen: string[]) => void;
}

export const hasTooManyTags = (chosen: readonly string[]): boolean => chosen.length > THREAD_TAGS_MAX;

/** Whoever starts a thread says by what it is called. */
export function TagChoice({ chosen, tags, onChange }: TagChoiceProps) {
  const { t } = useTranslation();
  if (tags.length === 0) return null;
  return (
    <CheckboxGroup
      label={t('threadTags.choose')}
      look="segments"
      value={chosen}
      error={hasTooManyTags(chosen) ? t('threadTags.tooMany', { max: THREAD_TAGS_MAX }) : undefined}
      onChange={onChange}
      choices={tags.map(({ id, name }) => ({ id, text: name }))}
    />
  );
}
