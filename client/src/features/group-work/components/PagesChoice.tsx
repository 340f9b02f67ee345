import { useTranslation } from 'react-i18next';
import { CheckboxGroup } from '../../../ui/Checkbox.tsx';
import { useGroupPages } from '../../workspace/api.ts';
import type { Place } from '../api.ts';

interface PagesChoiceProps {
  readonly place: Pick<Place, 'activityId' | 'groupId'>;
  readonly value: readonly string[];
  readonly isReadOnly: boolean;
  readonly onChange: (pageIds: string[]) => void;
}

/** Which pages of the group are handed in; nothing while it has none. */
export function PagesChoice({
  place: { activityId, groupId },
  value,
  isReadOnly,
  onChange,
}: PagesChoiceProps) {
  const { t } = useTranslation();
  const pages = useGroupPages({ activityId, groupId }).data?.items ?? [];
  if (pages.length === 0) return null;
  return (
    <CheckboxGroup
      label={t('groupWork.write.pages')}
      hint={t('groupWork.write.pagesHint')}
      isDisabled={isReadOnly}
      choices={pages.map(({ pageId, title }) => ({ id: pageId, text: title }))}
      value={[...value]}
      onChange={onChange}
    />
  );
}
