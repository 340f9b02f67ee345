import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type Column, Table } from '../../../ui/Table.tsx';

interface PagedTableProps<Row> {
  readonly list: UseInfiniteQueryResult<InfiniteData<{ items: Row[]; next: string | null }>>;
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly empty: { readonly title: string; readonly text: string };
}

/** A list that comes page by page, in all its states. */
export function PagedTable<Row>({ list, label, columns, rowKey, empty }: PagedTableProps<Row>) {
  const { t } = useTranslation();
  if (list.isPending) return <Skeleton />;
  if (list.isError) return <Problem error={list.error} retry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <EmptyState title={empty.title}>{empty.text}</EmptyState>;
  return (
    <>
      <Table label={label} columns={columns} rows={rows} rowKey={rowKey} />
      {list.hasNextPage && (
        <div>
          <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {t(list.isFetchingNextPage ? 'common.loadingMore' : 'common.loadMore')}
          </Button>
        </div>
      )}
    </>
  );
}
