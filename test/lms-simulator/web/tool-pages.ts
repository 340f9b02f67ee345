import type { Request } from 'express';
import { courseOfReturn, receiveDeepLinks } from '../deep-linking.ts';
import { parameter, query, ServiceError } from '../platform.ts';
import type { Platform } from '../platform.ts';
import { inviteTool } from '../registration.ts';
import { html } from './html.ts';
import { page } from './layout.ts';

/** Registered tools, and the form that lets another one register itself. */
export function toolsPage(platform: Platform): string {
  const rows = Object.values(platform.institution.state.tools).map(
    (tool) =>
      html`<li>
        <strong>${tool.name}</strong>
        <span class="soft">client id ${tool.clientId}, deployment ${tool.deploymentIds.join(', ')}</span>
        ${
          tool.active
            ? html`<span class="side">Active</span>`
            : html`<form class="side" method="post" action="/tools/${tool.clientId}/activate">
                Pending <button aria-label="Activate ${tool.name}">Activate</button>
              </form>`
        }
      </li>`,
  );
  const body = html`${
      rows.length > 0
        ? html`<ul class="plain rows" aria-label="Tools">
            ${rows}
          </ul>`
        : html`<p class="note">No tools yet.</p>`
    }
    <h2>Register a tool</h2>
    <form class="fields" method="get" action="/tools/register" aria-label="Register a tool">
      <div class="field">
        <label for="url">Registration address</label
        ><input id="url" type="url" name="url" required placeholder="http://127.0.0.1:3000/lti/register?…" />
      </div>
      <button class="main">Register</button>
    </form>`;
  return page(platform, 'Tools', body, { script: 'page' });
}

/** The tool's registration page in a frame; it closes by a message. */
export async function registerPage(platform: Platform, request: Request): Promise<string> {
  const address = query(request).get('url') ?? '';
  if (!URL.canParse(address)) throw new ServiceError(400, 'That is not an address');
  const url = new URL(address);
  for (const [name, value] of Object.entries(await inviteTool(platform))) url.searchParams.set(name, value);
  const body = html`<p><a href="/tools">Back to the tools</a></p>
    <iframe class="tool" title="Tool registration" src="${url.href}"></iframe>`;
  return page(platform, 'Register a tool', body, { script: 'page' });
}

/** @returns where to go next */
export function activateTool(platform: Platform, request: Request): string {
  const tool = platform.institution.state.tools[parameter(request, 'client')];
  if (!tool) throw new ServiceError(404, 'There is no such tool');
  tool.active = true;
  platform.institution.changed();
  return '/tools';
}

/** What the tool's deep-linking answer led to; the script sends the person back to the course page around it. */
export async function deepLinkReturnPage(platform: Platform, request: Request): Promise<string> {
  const { links, message, errorMessage } = await receiveDeepLinks(platform, request);
  const titles = links.map(({ title }) => html`<li>${title}</li>`);
  const body = html`${message !== '' && html`<p class="note">${message}</p>`}
    ${errorMessage !== '' && html`<p class="note" role="alert">${errorMessage}</p>`}
    <ul>
      ${titles}
    </ul>`;
  const title = links.length > 0 ? 'Added to the course' : 'Nothing was added';
  return page(platform, title, body, { script: 'return', data: { added: String(links.length) } });
}

/** Where a tool sends people who leave it. */
export function toolReturnPage(platform: Platform, request: Request): string {
  const course = courseOfReturn(platform, request);
  const values = query(request);
  const message = values.get('lti_msg') ?? values.get('lti_errormsg');
  const body = html`<p class="note">${message ?? 'You have left the activity.'}</p>`;
  return page(platform, course.title, body, { script: 'return', data: { added: '0' } });
}
