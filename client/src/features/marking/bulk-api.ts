import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/marking-bulk.ts';
import { useApi } from '../../app/context.ts';
import { markingKeys, useMarkingMutation } from './api.ts';

export type BulkKind = contract.BulkKind;
export type BulkPreview = contract.BulkPreviewView;
export type Bulk = contract.BulkView;
export type BulkAct = z.input<typeof contract.StartBulk.body>['act'];
type StartBody = z.input<typeof contract.StartBulk.body>;

const BULK = '/activities/:activityId/marking/bulk/:bulkId';
const WHILE_RUNNING_MS = 700;

/** What an act would do; nothing is asked for while there is no act. */
export function useBulkPreview(
  activityId: string,
  act: BulkAct | null,
  workIds: readonly string[],
  hidden: boolean,
) {
  const api = useApi();
  return useQuery({
    queryKey: [...markingKeys.all(activityId), 'preview', act, workIds, hidden],
    enabled: act !== null,
    queryFn: ({ signal }) =>
      api.call<typeof contract.PreviewBulk>(
        'post',
        '/activities/:activityId/marking/bulk/preview',
        // Without an act the query is not enabled.
        { params: { activityId }, body: { act: act ?? { kind: 'zero' }, hidden, workIds: [...workIds] } },
        signal,
      ),
  });
}

/** Has it done; `id` stays the same when it is asked for again after a broken connection. */
export const useStartBulk = (activityId: string) =>
  useMarkingMutation(activityId, (api, { id, ...body }: StartBody & { id: string }) =>
    api.call<typeof contract.StartBulk>('put', BULK, { params: { activityId, bulkId: id }, body }),
  );

export const useUndoBulk = (activityId: string) =>
  useMarkingMutation(activityId, (api, { id, reason }: { id: string; reason: string }) =>
    api.call<typeof contract.UndoBulk>('post', `${BULK}/undo`, {
      params: { activityId, bulkId: id },
      body: { reason },
    }),
  );

/** How far it is; asked for again until it is done, and then the rest of marking is read again. */
export function useBulk(activityId: string, id: string, isBegun: boolean) {
  const api = useApi();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: [...markingKeys.all(activityId), 'bulk', id],
    enabled: isBegun,
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetBulk>('get', BULK, { params: { activityId, bulkId: id } }, signal),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'done' || data?.state === 'undone' ? false : WHILE_RUNNING_MS,
  });
  const state = query.data?.state;
  useEffect(() => {
    if (state === 'done' || state === 'undone')
      void queries.invalidateQueries({ queryKey: markingKeys.all(activityId) });
  }, [queries, activityId, state]);
  return query;
}
