import type { Endpoint } from '../../server/src/contracts/endpoint.ts';
import type { Caller } from '../../server/src/platform/http/ports.ts';
import type { Route } from '../../server/src/platform/http/route.ts';

/** The parts of a request. */
export interface CallInput {
  readonly params: Record<string, string>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

/** One request as the API makes it, without HTTP: its contract is checked on the way in and out. */
export async function callRoute(
  routes: readonly Route[],
  caller: Caller,
  endpoint: Endpoint,
  { params, query = {}, body }: CallInput,
): Promise<unknown> {
  const route = routes.find((known) => known.endpoint === endpoint);
  if (!route) throw new Error(`no route for ${endpoint.path}`);
  const answer = await route.serve({
    caller,
    params: endpoint.params?.parse(params),
    query: endpoint.query?.parse(query),
    body: endpoint.body?.parse(body),
  });
  return endpoint.response.parse(answer);
}
