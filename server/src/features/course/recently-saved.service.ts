const CACHE_SIZE = 10_000;

/** What was saved lately, by a hash of what the launch said: the same again costs no write. */
export class RecentlySaved<T> {
  private readonly entries = new Map<string, { hash: string; value: T; until: number }>();

  find(id: string, hash: string, now: number): T | null {
    const entry = this.entries.get(id);
    return entry?.hash === hash && now < entry.until ? entry.value : null;
  }

  remember(id: string, hash: string, value: T, until: number): void {
    const oldest = this.entries.keys().next().value;
    if (this.entries.size >= CACHE_SIZE && oldest !== undefined) this.entries.delete(oldest);
    this.entries.set(id, { hash, value, until });
  }
}
