import type { LaunchRequest, LoginOptions, Simulator, Tamper } from '../lms-simulator/index.ts';

/** What a browser holds after a launch: the one-time code in the fragment. */
export interface LaunchLanding {
  readonly status: number;
  /** Path of the client's page, without the fragment. */
  readonly path: string;
  readonly code: string;
}

export interface LaunchTarget {
  readonly courseId: string;
  readonly userId: string;
  readonly request: LaunchRequest;
  readonly options?: LoginOptions;
  /** How the launch differs from what the LMS would send by itself. */
  readonly tamper?: Tamper;
}

const form = (fields: Record<string, string>, cookie?: string): RequestInit => ({
  method: 'POST',
  redirect: 'manual',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...(cookie && { cookie }) },
  body: new URLSearchParams(fields),
});

/** Plays a browser that keeps cookies through login and launch. @throws when the tool refuses. */
async function launch(simulator: Simulator, target: LaunchTarget): Promise<LaunchLanding> {
  const begin = simulator.beginLogin(target.courseId, target.userId, target.request, {
    storageTarget: false,
    ...target.options,
  });
  const login = await fetch(begin.url, form(begin.params));
  const redirect = login.headers.get('location');
  if (login.status !== 302 || !redirect)
    throw new Error(`login answered ${login.status}: ${await login.text()}`);
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const post = await simulator.authorize(redirect, target.tamper);
  const landed = await fetch(post.action, form(post.fields, cookie));
  const location = landed.headers.get('location');
  if (landed.status !== 303 || !location)
    throw new Error(`launch answered ${landed.status}: ${await landed.text()}`);
  const url = new URL(location, post.action);
  return {
    status: landed.status,
    path: url.pathname,
    code: new URLSearchParams(url.hash.slice(1)).get('code') ?? '',
  };
}

export interface ApiAnswer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
}

/** The error that an answer is; undefined when it is none. */
export const codeOf = ({ body }: { readonly body: unknown }): string | undefined =>
  (body as { error?: { code: string } }).error?.code;

/** A person's open session with the API. */
export class ApiSession {
  readonly toolUrl: string;
  readonly view: Record<string, unknown> & { bearer: string; landing: { kind: string; activityId?: string } };

  private constructor(toolUrl: string, view: ApiSession['view']) {
    this.toolUrl = toolUrl;
    this.view = view;
  }

  /** Whose session it is, in the course. */
  get memberId(): string {
    return (this.view['member'] as { id: string }).id;
  }

  /** A session that the API has handed out already. */
  static of(toolUrl: string, view: Record<string, unknown>): ApiSession {
    return new ApiSession(toolUrl, view as ApiSession['view']);
  }

  /** Launches and trades the code. */
  static async open(toolUrl: string, simulator: Simulator, target: LaunchTarget): Promise<ApiSession> {
    const { code } = await launch(simulator, target);
    const answer = await fetch(`${toolUrl}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    if (answer.status !== 200) throw new Error(`session answered ${answer.status}: ${await answer.text()}`);
    return new ApiSession(toolUrl, (await answer.json()) as ApiSession['view']);
  }

  async call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<ApiAnswer<T>> {
    const answer = await fetch(`${this.toolUrl}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.view.bearer}`,
        ...(body !== undefined && {
          'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
        }),
      },
      ...(body !== undefined && {
        body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
      }),
    });
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
