import { useEffect, useState } from 'react';

/** A list that comes page by page. */
interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** Once wanted, fetches page after page until the end; an error ends it. @param atOnce it is wanted from the beginning */
export function useLoadAll(
  { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage }: Paged,
  atOnce = false,
) {
  const [isWanted, setIsWanted] = useState(atOnce);
  useEffect(() => {
    if (!isWanted || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return;
    void fetchNextPage();
  }, [isWanted, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return () => setIsWanted(true);
}
