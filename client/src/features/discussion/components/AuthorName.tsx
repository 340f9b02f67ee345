import { useTranslation } from 'react-i18next';
import { Badge } from '../../../ui/Badge.tsx';
import type { Author } from '../api.ts';

/** A name in a sentence. */
export function useAuthorName(): (author: Author) => string {
  const { t } = useTranslation();
  return ({ name, alias, isOwn }) => {
    if (isOwn) return alias === null ? t('discussion.you') : t('spaces.ownAlias', { n: alias });
    if (alias === null) return name ?? t('discussion.somebody');
    return name === null ? t('spaces.alias', { n: alias }) : t('spaces.aliasKnown', { name, n: alias });
  };
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
