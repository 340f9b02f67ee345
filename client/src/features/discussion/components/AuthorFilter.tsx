import { useTranslation } from 'react-i18next';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { useThreadAuthors } from '../api.ts';

interface AuthorFilterProps {
  readonly activityId: string;
  readonly author: string | undefined;
  readonly onChange: (author: string | undefined) => void;
}

/** Chooses by whom threads are, of those whom one may know; nothing where there is nobody to choose from. */
export function AuthorFilter({ activityId, author, onChange }: AuthorFilterProps) {
  const { t } = useTranslation();
  const people = useThreadAuthors(activityId).data?.items ?? [];
  if (people.length < 2 && author === undefined) return null;
  return (
    <ComboBox
      // What one can choose from is taken when it opens.
      key={people.length}
      label={t('threadTags.author')}
      value={author ?? null}
      onChange={(chosen: string | null) => onChange(chosen ?? undefined)}
      choices={people.map(({ memberId, name }) => ({ id: memberId, text: name ?? t('discussion.somebody') }))}
    />
  );
}
