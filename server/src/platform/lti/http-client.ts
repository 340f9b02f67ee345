/** How a request to a platform failed before an answer could be read. */
export type HttpFailure = 'timeout' | 'unreachable' | 'tooLarge';

export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly failure: HttpFailure;

  constructor(failure: HttpFailure, cause?: unknown) {
    super(failure, { cause });
    this.failure = failure;
  }
}

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * One request to a platform, with an end in time and size. Redirects are not followed: every address that the tool
 * calls was checked, and the one it would be sent to was not.
 *
 * @throws HttpError when no whole answer came.
 */
export async function request(
  url: string,
  options: {
    method?: HttpMethod;
    headers?: Record<string, string>;
    body?: string;
    timeoutMs: number;
    maxBytes: number;
  },
): Promise<HttpAnswer> {
  const { timeoutMs, maxBytes, ...init } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    return { status: response.status, headers: response.headers, body: await readBody(response, maxBytes) };
  } catch (error) {
    if (error instanceof HttpError) throw error;
    throw new HttpError(signal.aborted ? 'timeout' : 'unreachable', error);
  }
}

async function readBody(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Typed here: the DOM's and Node's streams differ in what they say of their chunks.
  const stream: AsyncIterable<Uint8Array> | null = response.body;
  for await (const chunk of stream ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new HttpError('tooLarge');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
