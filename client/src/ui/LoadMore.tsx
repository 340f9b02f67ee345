import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';

interface LoadMoreProps {
  /** A list that comes page by page. */
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** The button below a list that goes on; nothing at the list's end. */
export function LoadMore({ query }: LoadMoreProps) {
  const { t } = useTranslation();
  if (!query.hasNextPage) return null;
  return (
    <div>
      <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
        {t(query.isFetchingNextPage ? 'common.loadingMore' : 'common.loadMore')}
      </Button>
    </div>
  );
}
