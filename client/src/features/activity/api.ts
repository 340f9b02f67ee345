import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/activity.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi, useApp } from '../../app/context.ts';

export function useActivities() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['activities'],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListActivities>('get', '/activities', { query: { after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

/** Makes this place in the course lead to an activity, created on the way if the caller says how. */
export function useLinkActivity() {
  const { api, sessions } = useApp();
  return useMutation({
    mutationFn: async (input: { activityId: string; create?: () => Promise<unknown> }) => {
      await input.create?.();
      const { activityId } = input;
      await api.call<typeof contract.LinkActivity>('put', '/resource-link/activity', {
        body: { activityId },
      });
      // The session's landing is the activity from now on.
      await sessions.renew();
    },
  });
}

/**
 * Gives activities to the course that asked for content, and leaves the page: the browser posts the signed message.
 * An empty list says that nothing was chosen.
 */
export function useDeepLinkingResponse() {
  const api = useApi();
  return useMutation({
    mutationFn: async (input: { activityIds: string[]; create?: () => Promise<unknown> }) => {
      await input.create?.();
      const message = await respond(api, input.activityIds);
      postToPlatform(message.returnUrl, message.jwt);
    },
  });
}

const respond = (api: ApiClient, activityIds: string[]) =>
  api.call<typeof contract.RespondToDeepLinking>('post', '/deep-linking/response', { body: { activityIds } });

/** LTI Deep Linking 2.0 §2.1: the message is the field `JWT` of a form that the browser posts. */
function postToPlatform(returnUrl: string, jwt: string): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = returnUrl;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'JWT';
  field.value = jwt;
  form.append(field);
  document.body.append(form);
  form.submit();
}
