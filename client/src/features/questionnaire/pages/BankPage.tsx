import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type BankItem, EVERYTHING, useBank, useRemoveBankItem } from '../bank-api.ts';
import { BankItemNotes } from '../components/BankItemNotes.tsx';
import { BankSearch } from '../components/BankSearch.tsx';
import styles from '../components/Questionnaire.module.css';

/** The questions that the course keeps to use again. */
export function BankPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(EVERYTHING);
  const query = useBank(filter);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap((page) => page.items);
  const mayEdit = query.data.pages[0]?.can.edit === true;
  const isWhole = filter.search === '' && filter.tag === null;
  return (
    <div className={cx(layout['stack'], layout['page'], layout['measure'])}>
      <PageHeading
        title={t('questionBank.title')}
        trail={[{ title: t('questionnaire.title'), to: '/questionnaires' }]}
        aside={
          mayEdit && (
            <ButtonLink to="/questionnaires/bank/new" variant="primary">
              {t('questionBank.new')}
            </ButtonLink>
          )
        }
      />
      {isWhole && rows.length === 0 ? (
        <EmptyState title={t('questionBank.empty.title')}>{t('questionBank.empty.text')}</EmptyState>
      ) : (
        <BankSearch filter={filter} onChange={setFilter} />
      )}
      {!isWhole && rows.length === 0 && <p role="status">{t('questionBank.nothing')}</p>}
      <ul className={cx(styles['items'])}>
        {rows.map((row) => (
          <Row key={row.id} row={row} mayEdit={mayEdit} />
        ))}
      </ul>
      <LoadMore query={query} />
    </div>
  );
}

function Row({ row, mayEdit }: { readonly row: BankItem; readonly mayEdit: boolean }) {
  const { t } = useTranslation();
  const { id, item, tags } = row;
  const remove = useRemoveBankItem();
  const [isRemoving, setIsRemoving] = useState(false);
  return (
    <li className={cx(layout['card'], layout['stack'], layout['tight'])}>
      <p className={cx(layout['prose'])}>{item.text}</p>
      <BankItemNotes item={item} tags={tags} />
      {mayEdit && (
        <div className={cx(layout['row'])}>
          <ButtonLink
            to={`/questionnaires/bank/${id}`}
            aria-label={t('questionBank.editOf', { question: item.text })}
          >
            {t('questionBank.edit')}
          </ButtonLink>
          <Button
            variant="quiet"
            aria-label={t('questionBank.removeOf', { question: item.text })}
            onPress={() => setIsRemoving(true)}
          >
            {t('questionBank.remove')}
          </Button>
        </div>
      )}
      {remove.error !== null && <Problem error={remove.error} />}
      {isRemoving && (
        <ConfirmDialog
          title={t('questionBank.removing.title')}
          confirm={t('questionBank.remove')}
          isPending={remove.isPending}
          onClose={() => setIsRemoving(false)}
          onConfirm={() =>
            remove.mutate(id, {
              onSuccess: () => announce(t('questionnaire.build.removed', { question: item.text })),
              onSettled: () => setIsRemoving(false),
            })
          }
        >
          {t('questionBank.removing.text')}
        </ConfirmDialog>
      )}
    </li>
  );
}
