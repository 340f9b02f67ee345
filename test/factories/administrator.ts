import type { Roundtable } from '../../server/src/main.ts';
import type { ApiAnswer } from './browserless.ts';

/** As which tests make the links that in earnest come from the command line. */
const BY_TEST = { actor: { kind: 'system', job: 'test' }, requestId: null } as const;

/** A one-time link's secret for somebody who is to become an administrator. */
export async function inviteAdministrator(
  { invitations }: Pick<Roundtable, 'invitations'>,
  label: string,
): Promise<string> {
  const wanted = { kind: 'administrator', label, administratorId: null, days: 7 } as const;
  return (await invitations.make(wanted, BY_TEST)).secret;
}

/** What a page of the tool itself sends along with a request that changes something. */
const OWN_PAGE = { 'sec-fetch-site': 'same-origin' };

/** An administrator's browser: keeps the console's cookie. */
export class ConsoleBrowser {
  readonly toolUrl: string;
  cookie = '';
  /** The last Set-Cookie header as it came. */
  setCookie = '';

  constructor(toolUrl: string) {
    this.toolUrl = toolUrl;
  }

  static async open(toolUrl: string, secret: string): Promise<ConsoleBrowser> {
    const browser = new ConsoleBrowser(toolUrl);
    const answer = await browser.call('POST', '/administration/session', { invitation: secret });
    if (answer.status !== 200) throw new Error(`the console answered ${answer.status}`);
    return browser;
  }

  async call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = OWN_PAGE,
  ): Promise<ApiAnswer<T>> {
    const answer = await fetch(`${this.toolUrl}/api${path}`, {
      method,
      headers: {
        ...headers,
        cookie: this.cookie,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const [setCookie] = answer.headers.getSetCookie();
    if (setCookie !== undefined) {
      this.setCookie = setCookie;
      this.cookie = setCookie.split(';', 1)[0] ?? '';
    }
    return { status: answer.status, body: (await answer.json()) as T };
  }

  /** Calls and expects success. */
  async ok<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.call<T>(method, path, body);
    if (answer.status !== 200)
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}
