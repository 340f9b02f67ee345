import { useTranslation } from 'react-i18next';
import { Badge } from '../../../ui/Badge.tsx';
import type { Author } from '../api.ts';

/** A name in a sentence. */
export function useAuthorName(): (author: Author) => string {
  const { t } = useTranslation();
  return ({ name, isOwn }) => (isOwn ? t('discussion.you') : (name ?? t('discussion.somebody')));
}

/** Who has written something, and whether they teach. */
export function AuthorName({ author }: { readonly author: Author }) {
  const { t } = useTranslation();
  const nameOf = useAuthorName();
  return (
    <>
      <bdi>{nameOf(author)}</bdi>
      {author.isStaff && <Badge tone="neutral">{t('discussion.staff')}</Badge>}
    </>
  );
}
