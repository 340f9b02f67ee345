import type { Clock } from '../../core/clock.ts';
import type { AgsCalls, Callable } from './ags-calls.ts';
import { withQuery } from './line-item-url.ts';
import type { GradeServices, LineItem, LineItemFacts, ServiceAnswer } from './ports.ts';
import { parseJson, readFailure, wordsOf } from './score-answers.ts';
import type { ServiceRequest } from './service-client.ts';
import { MEDIA_TYPE, SCOPE } from './vocabulary.ts';

type LineItemCalls = Pick<
  GradeServices,
  'findLineItems' | 'createLineItem' | 'updateLineItem' | 'deleteLineItem'
>;

type Json = Readonly<Record<string, unknown>>;

const JSON_BODY = { 'content-type': MEDIA_TYPE.lineItem, accept: MEDIA_TYPE.lineItem };

/** The line-item service (AGS 2.0 §3.2): the tool's own columns of a course. */
export function createLineItemCalls(calls: AgsCalls, clock: Clock): LineItemCalls {
  /** The JSON of the answer, or null for one without a body. */
  async function send(
    { platform, quirks }: Callable,
    url: string,
    request: ServiceRequest,
  ): Promise<ServiceAnswer<Json | null>> {
    const answer = await calls.call(platform, SCOPE.lineItems, url, request);
    if ('type' in answer) return answer;
    if (answer.status < 200 || answer.status >= 300) return readFailure(answer, quirks, clock.now());
    if (answer.body.trim() === '') return { type: 'ok', value: null };
    const json = parseJson(answer.body);
    return typeof json === 'object' && json !== null
      ? { type: 'ok', value: json as Json }
      : { type: 'unknown', words: wordsOf(answer.body) };
  }

  return {
    async findLineItems(platformId, lineItemsUrl, resourceId) {
      const found = await calls.address(platformId, lineItemsUrl);
      if (found.type === 'refused') return found;
      const url = withQuery(lineItemsUrl, {
        ...found.quirks.pageQuery,
        resource_id: resourceId,
      });
      const items: LineItem[] = [];
      for await (const page of calls.pages(platformId, SCOPE.lineItems, url, MEDIA_TYPE.lineItems)) {
        if (page.type !== 'ok') return page;
        const listed = page.value.flatMap(asLineItem);
        // The filter may be ignored.
        items.push(...listed.filter((item) => item.resourceId === resourceId));
      }
      return { type: 'ok', value: items };
    },

    async createLineItem(platformId, lineItemsUrl, facts) {
      const found = await calls.address(platformId, lineItemsUrl);
      if (found.type === 'refused') return found;
      const { resourceLinkId, ...rest } = facts;
      const named = resourceLinkId !== null && found.quirks.addedColumnsNameTheLink;
      const body = JSON.stringify({ ...rest, ...(named && { resourceLinkId }) });
      const answer = await send(found, lineItemsUrl, { method: 'POST', headers: JSON_BODY, body });
      if (answer.type !== 'ok') return answer;
      const [made] = answer.value ? asLineItem({ ...facts, ...answer.value }) : [];
      return made
        ? { type: 'ok', value: made }
        : { type: 'unknown', words: 'the LMS did not say where the column is' };
    },

    async updateLineItem(platformId, lineItemUrl, facts) {
      const found = await calls.address(platformId, lineItemUrl);
      if (found.type === 'refused') return found;
      // A change replaces the whole column (AGS 2.0 §3.2.8): what is not ours to change is sent back as it is.
      const current = await send(found, lineItemUrl, { headers: { accept: MEDIA_TYPE.lineItem } });
      if (current.type !== 'ok') return current;
      const body = JSON.stringify({ ...current.value, ...facts });
      const answer = await send(found, lineItemUrl, { method: 'PUT', headers: JSON_BODY, body });
      return answer.type === 'ok' ? { type: 'ok', value: null } : answer;
    },

    async deleteLineItem(platformId, lineItemUrl) {
      const found = await calls.address(platformId, lineItemUrl);
      if (found.type === 'refused') return found;
      const answer = await send(found, lineItemUrl, { method: 'DELETE', headers: {} });
      const gone = answer.type === 'refused' && (answer.status === 404 || answer.status === 410);
      return answer.type === 'ok' || gone ? { type: 'ok', value: null } : answer;
    },
  };
}

/** A line item of the LMS; none when it does not say where it is. */
function asLineItem(json: Json): LineItem[] {
  const text = (name: keyof LineItemFacts): string => (typeof json[name] === 'string' ? json[name] : '');
  if (typeof json.id !== 'string' || !URL.canParse(json.id)) return [];
  return [
    {
      url: json.id,
      label: text('label'),
      scoreMaximum: typeof json.scoreMaximum === 'number' ? json.scoreMaximum : 0,
      resourceId: text('resourceId'),
      tag: text('tag'),
      resourceLinkId: text('resourceLinkId') || null,
    },
  ];
}
