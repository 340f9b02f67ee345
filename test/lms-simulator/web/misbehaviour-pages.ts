import type { Request } from 'express';
import { formBody, ServiceError } from '../platform.ts';
import type { Platform } from '../platform.ts';
import { ENDPOINT_KINDS } from '../misbehaviour.ts';
import type { EndpointKind, Fault } from '../misbehaviour.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { page } from './layout.ts';

const SHOWN_REQUESTS = 50;

const LABELS: Record<EndpointKind, string> = {
  jwks: 'Keys (JWKS)',
  token: 'Access tokens',
  scores: 'Scores',
  results: 'Results',
  lineitems: 'Line items',
  memberships: 'Roster and groups',
};

const CHOICES: Record<string, [label: string, fault: Fault]> = {
  slow: ['Slow: 2 seconds', { delayMs: 2000 }],
  hang: ['Never answers', { hang: true }],
  'status-401': ['401 Unauthorized', { status: 401 }],
  'status-403': ['403 Forbidden (throttled)', { status: 403 }],
  'status-409': ['409 Conflict', { status: 409 }],
  'status-429': ['429 Too Many Requests', { status: 429 }],
  'status-500': ['500 Internal Server Error', { status: 500 }],
  'status-503': ['503 Service Unavailable', { status: 503 }],
  garbage: ['200 with half a JSON body', { body: 'garbage' }],
  html: ['200 with an HTML page', { body: 'html' }],
  'media-type': ['JSON labelled text/html', { mediaType: 'text/html' }],
  'link-repeat': ['Pages that repeat for ever', { link: 'repeat' }],
  'link-foreign': ['A next page on another origin', { link: 'foreign' }],
  'drop-before': ['Drops the connection before the work', { drop: 'before' }],
  'drop-after': ['Drops the connection after storing', { drop: 'after' }],
};

function describe(fault: Fault): string {
  const { probability, times, retryAfter, ...effect } = fault;
  const choice = Object.values(CHOICES).find(([, known]) => JSON.stringify(known) === JSON.stringify(effect));
  const parts = [choice?.[0] ?? JSON.stringify(effect)];
  if (retryAfter !== undefined) parts.push(`Retry-After ${retryAfter}`);
  if (probability !== undefined) parts.push(`${Math.round(probability * 100)} % of requests`);
  if (times !== undefined) parts.push(`${times} more times`);
  return parts.join(', ');
}

function activeFaults({ misbehaviour }: Platform): Html {
  const rows = ENDPOINT_KINDS.filter((kind) => misbehaviour.get(kind).length > 0).map(
    (kind) =>
      html`<li>
        <strong>${LABELS[kind]}</strong> <span>${misbehaviour.get(kind).map(describe).join('; ')}</span>
        <form class="side" method="post">
          <input type="hidden" name="clear" value="${kind}" /><button
            aria-label="Clear faults of ${LABELS[kind]}"
          >
            Clear
          </button>
        </form>
      </li>`,
  );
  return rows.length > 0
    ? html`<ul class="plain rows" aria-label="Active faults">
        ${rows}
      </ul>`
    : html`<p class="note">Everything works as it should.</p>`;
}

function recentRequests({ log }: Platform): Html {
  const rows = log
    .all()
    .filter(({ kind }) => kind !== undefined)
    .slice(-SHOWN_REQUESTS)
    .toReversed()
    .map(
      ({ at, method, path, status, fault, body }) =>
        html`<tr>
          <td>${new Date(at).toISOString().slice(11, 23)}</td>
          <td><code>${method} ${path}</code></td>
          <td>
            ${status === 0 ? 'no answer' : status}${fault !== undefined && html`<span class="badge">fault</span>`}
          </td>
          <td><code>${body.slice(0, 300)}</code></td>
        </tr>`,
    );
  return html`<div class="scroll">
    <table aria-label="Recent service requests">
      <thead>
        <tr>
          <th scope="col">Time (UTC)</th>
          <th scope="col">Request</th>
          <th scope="col">Answer</th>
          <th scope="col">Body</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

export function misbehaviourPage(platform: Platform): string {
  const kinds = ENDPOINT_KINDS.map((kind) => html`<option value="${kind}">${LABELS[kind]}</option>`);
  const choices = Object.entries(CHOICES).map(
    ([value, [label]]) => html`<option value="${value}">${label}</option>`,
  );
  const body = html`<h2>Active faults</h2>
    ${activeFaults(platform)}
    <h2>Add a fault</h2>
    <form class="fields" method="post" aria-label="Add a fault">
      <div class="field"><label for="kind">Service</label><select id="kind" name="kind">${kinds}</select></div>
      <div class="field"><label for="choice">What happens</label><select id="choice" name="choice">${choices}</select></div>
      <div class="field"><label for="percent">Percent of requests</label><input id="percent" type="number" name="percent" min="1" max="100" value="100" /></div>
      <div class="field"><label for="times">Times (empty: for ever)</label><input id="times" type="number" name="times" min="1" /></div>
      <div class="field"><label for="retryAfter">Retry-After (seconds)</label><input id="retryAfter" type="number" name="retryAfter" min="0" /></div>
      <button class="main">Add fault</button>
    </form>
    <h2>Clock and keys</h2>
    <form class="fields" method="post" aria-label="Clock">
      <div class="field"><label for="skew">Clock ahead by (seconds)</label><input id="skew" type="number" name="skew" value="${platform.misbehaviour.clockSkewSeconds}" /></div>
      <button>Set clock</button>
    </form>
    <p>
      <form class="inline" method="post"><input type="hidden" name="rotate" value="overlap" /><button>Rotate keys, keep the old one published</button></form>
      <form class="inline" method="post"><input type="hidden" name="rotate" value="hard" /><button>Rotate keys at once</button></form>
      <form class="inline" method="post"><input type="hidden" name="clear" value="all" /><button>Clear everything</button></form>
    </p>
    <h2>Recent service requests</h2>
    ${recentRequests(platform)}`;
  return page(platform, 'Misbehaviour', body);
}

const positive = (text: string | null): number | undefined => (text ? Number(text) : undefined);

function addFault({ misbehaviour }: Platform, form: URLSearchParams): void {
  const kind = ENDPOINT_KINDS.find((known) => known === form.get('kind'));
  const choice = CHOICES[form.get('choice') ?? ''];
  if (!kind || !choice) throw new ServiceError(400, 'Choose a service and a fault');
  const percent = positive(form.get('percent')) ?? 100;
  const times = positive(form.get('times'));
  const retryAfter = positive(form.get('retryAfter'));
  misbehaviour.add(kind, {
    ...choice[1],
    ...(percent < 100 && { probability: percent / 100 }),
    ...(times !== undefined && { times }),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

/** @returns where to go next */
export async function saveMisbehaviour(platform: Platform, request: Request): Promise<string> {
  const form = formBody(request);
  const clear = form.get('clear');
  const rotate = form.get('rotate');
  if (clear === 'all') platform.misbehaviour.clear();
  else if (clear !== null) platform.misbehaviour.clear(ENDPOINT_KINDS.find((kind) => kind === clear));
  else if (rotate !== null) {
    await platform.keys.rotate(rotate === 'overlap');
    platform.institution.changed();
  } else if (form.has('skew')) platform.misbehaviour.clockSkewSeconds = Number(form.get('skew'));
  else addFault(platform, form);
  return '/misbehaviour';
}
