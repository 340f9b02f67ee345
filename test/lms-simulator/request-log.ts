export interface LoggedRequest {
  /** ms since the epoch, real time */
  at: number;
  method: string;
  /** Path with query. */
  path: string;
  body: string;
  contentType: string;
  /** Endpoint kind, when it is a service the tool calls. */
  kind?: string;
  /** 0 while under way, and for ever when the connection was dropped or left hanging. */
  status: number;
  /** What the misbehaviour knobs did to it. */
  fault?: string;
}

const CAPACITY = 200_000;

/** Every request that reached the simulator, oldest first; the oldest tenth goes when it is full. */
export class RequestLog {
  private entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): LoggedRequest {
    if (this.entries.length >= CAPACITY) this.entries.splice(0, CAPACITY / 10);
    this.entries.push(entry);
    return entry;
  }

  all(): readonly LoggedRequest[] {
    return this.entries;
  }

  /** Requests with this method and, as given, a path that contains the text or matches the pattern. */
  find(method: string, path: string | RegExp): LoggedRequest[] {
    return this.entries.filter(
      (entry) =>
        entry.method === method &&
        (typeof path === 'string' ? entry.path.includes(path) : path.test(entry.path)),
    );
  }

  ofKind(kind: string): LoggedRequest[] {
    return this.entries.filter((entry) => entry.kind === kind);
  }

  clear(): void {
    this.entries = [];
  }
}
