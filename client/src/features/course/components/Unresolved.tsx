import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useUnresolved } from '../api.ts';
import styles from '../pages/GroupsPage.module.css';
import { PersonName } from './PersonName.tsx';

/** Learners of whose groups nothing is known. */
export function Unresolved({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Banner tone="info" title={t('groups.unresolved.title', { count })}>
      <p>{t('groups.unresolved.text')}</p>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{t('groups.unresolved.show')}</summary>
        <People isOpen={isOpen} />
      </details>
    </Banner>
  );
}

function People({ isOpen }: { readonly isOpen: boolean }) {
  const { t } = useTranslation();
  const query = useUnresolved(isOpen);
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton />;
  return (
    <>
      <ul className={cx(styles['names'])}>
        {query.data.pages
          .flatMap((page) => page.items)
          .map((person) => (
            <li key={person.memberId}>
              <PersonName person={person} />
            </li>
          ))}
      </ul>
      {query.hasNextPage && (
        <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {t(query.isFetchingNextPage ? 'common.loadingMore' : 'common.loadMore')}
        </Button>
      )}
    </>
  );
}
