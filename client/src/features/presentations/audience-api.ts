import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/presentation-audience.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useLive } from '../../app/live/use-live.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Presentation = contract.PresentationView;
export type Question = Presentation['questions'][number];
export type Ratings = z.output<(typeof contract.RatePresentation)['body']>['ratings'];

/** One slot of a project. */
export interface SlotPlace {
  readonly activityId: string;
  readonly slotId: string;
}

const AT = '/group-work/:activityId/presentations/slots/:slotId';
/** It begins and ends by the clock as well. */
const CLOCK_MS = 60_000;

const keyOf = ({ activityId, slotId }: SlotPlace) => ['presentation', activityId, slotId] as const;

/** One presentation; read again when somebody asks, votes or goes on. */
export function usePresentation(place: SlotPlace) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = keyOf(place);
  useLive(`presentations/${place.activityId}`, () => void queries.invalidateQueries({ queryKey }));
  return useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetPresentation>('get', AT, { params: { ...place } }, signal),
    refetchInterval: CLOCK_MS,
    staleTime: 0,
  });
}

/** A command whose answer is how the presentation is from then on. */
function useCommand<Input>(place: SlotPlace, send: (api: ApiClient, input: Input) => Promise<Presentation>) {
  const api = useApi();
  const queries = useQueryClient();
  const queryKey = keyOf(place);
  return useMutation({
    scope: { id: queryKey.join('/') },
    mutationFn: (input: Input) => send(api, input),
    onSuccess: (view) => queries.setQueryData(queryKey, view),
    onError: () => queries.invalidateQueries({ queryKey }),
  });
}

export const useAsk = (place: SlotPlace) =>
  useCommand(place, (api, { questionId, text }: { questionId: string; text: string }) =>
    api.call<typeof contract.AskPresenters>('put', `${AT}/questions/:questionId`, {
      params: { ...place, questionId },
      body: { text },
    }),
  );

export const useVote = (place: SlotPlace) =>
  useCommand(place, (api, { questionId, voted }: { questionId: string; voted: boolean }) =>
    api.call<typeof contract.VoteForQuestion>('put', `${AT}/questions/:questionId/vote`, {
      params: { ...place, questionId },
      body: { voted },
    }),
  );

export const useMarkAnswered = (place: SlotPlace) =>
  useCommand(place, (api, { questionId, answered }: { questionId: string; answered: boolean }) =>
    api.call<typeof contract.MarkQuestionAnswered>('put', `${AT}/questions/:questionId/answered`, {
      params: { ...place, questionId },
      body: { answered },
    }),
  );

export const useNoteAbsent = (place: SlotPlace) =>
  useCommand(place, (api, memberIds: string[]) =>
    api.call<typeof contract.NoteAbsentPresenters>('put', `${AT}/absent`, {
      params: { ...place },
      body: { memberIds },
    }),
  );

export const useRate = (place: SlotPlace) =>
  useCommand(place, (api, ratings: Ratings) =>
    api.call<typeof contract.RatePresentation>('put', `${AT}/rating`, {
      params: { ...place },
      body: { ratings },
    }),
  );
