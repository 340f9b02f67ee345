import type {
  GradeAbilities,
  GradeServices,
  HandedIn,
  LineItem,
  LineItemFacts,
  Refused,
  ResultRead,
  Score,
  ScoreAnswer,
  ServiceAnswer,
} from '../../server/src/platform/lti/ports.ts';

/** What the LMS, the network or our own process does with the next request. */
export type Behaviour =
  | 'ok'
  | 'busy'
  | 'busyAfterStoring'
  | 'refused'
  | 'lost'
  | 'lostAfterStoring'
  | 'crash'
  | 'crashAfterStoring';

interface Held {
  score: number | null;
  comment: string;
  at: Date;
}

const CLEARING: GradeAbilities = { clearsScores: true, handedIn: 'preserves' };
const PAGE = 50;

/** A gradebook in memory that keeps AGS's rule of timestamps, whole seconds as Moodle does. */
export class FakeLms implements GradeServices {
  behaviour: Behaviour = 'ok';
  /** Of single platforms, by their ids. */
  readonly behaviours = new Map<string, Behaviour>();
  /** What a refusal says. */
  refusal: Refused = { type: 'refused', cause: 'other', status: 400, words: 'not a student' };
  resultsReadable = true;
  /** What happens elsewhere while a request is under way; once. */
  meanwhile: (() => Promise<void>) | null = null;
  readonly posts: { key: string; score: Score }[] = [];
  readonly handedIn: { key: string; handedIn: HandedIn; newAttempt: boolean }[] = [];
  /** Every score that became visible, in order. */
  readonly stored: { key: string; score: Score }[] = [];
  /** Attempts that were used up, per cell. */
  readonly attempts = new Map<string, number>();
  readonly overlaps: string[] = [];
  readonly lineItems = new Map<string, LineItem>();
  readonly requests = { results: 0, lineItems: 0 };
  readonly #held = new Map<string, Held>();
  readonly #underWay = new Set<string>();
  readonly #rescaledTo: number;
  readonly #delayMs: number;
  readonly #abilities: GradeAbilities;
  #made = 0;

  /** @param rescaledTo the column's maximum, which results are told in. */
  constructor({ rescaledTo = 100, delayMs = 0, abilities = CLEARING } = {}) {
    this.#rescaledTo = rescaledTo;
    this.#delayMs = delayMs;
    this.#abilities = abilities;
  }

  async abilities(): Promise<GradeAbilities> {
    return this.#abilities;
  }

  postScore(platformId: string, lineItem: string, score: Score): Promise<ScoreAnswer> {
    const key = `${lineItem} ${score.userId}`;
    this.posts.push({ key, score });
    return this.#receive(platformId, key, () => this.#store(key, score));
  }

  postHandedIn(
    platformId: string,
    lineItem: string,
    handedIn: HandedIn,
    newAttempt: boolean,
  ): Promise<ScoreAnswer> {
    const key = `${lineItem} ${handedIn.userId}`;
    this.handedIn.push({ key, handedIn, newAttempt });
    return this.#receive(platformId, key, () => this.#storeHandedIn(key, handedIn, newAttempt));
  }

  async #receive(platformId: string, key: string, store: () => ScoreAnswer): Promise<ScoreAnswer> {
    if (this.#underWay.has(key)) this.overlaps.push(key);
    this.#underWay.add(key);
    if (this.#delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.#delayMs));
    try {
      const answer = this.#answer(this.behaviours.get(platformId) ?? this.behaviour, store);
      const { meanwhile } = this;
      this.meanwhile = null;
      await meanwhile?.();
      return answer;
    } finally {
      this.#underWay.delete(key);
    }
  }

  #answer(behaviour: Behaviour, store: () => ScoreAnswer): ScoreAnswer {
    switch (behaviour) {
      case 'ok':
        return store();
      case 'busy':
        return { type: 'busy', status: 429, words: 'slow down', retryAfterSeconds: 7, throttled: true };
      case 'busyAfterStoring':
        store();
        return { type: 'busy', status: 502, words: 'bad gateway', retryAfterSeconds: null, throttled: false };
      case 'refused':
        return this.refusal;
      case 'lost':
        return { type: 'unknown', words: 'connection reset' };
      case 'lostAfterStoring':
        store();
        return { type: 'unknown', words: 'connection reset' };
      case 'crash':
        throw new Error('crash');
      case 'crashAfterStoring':
        store();
        throw new Error('crash');
    }
  }

  #isOlder(key: string, timestamp: Date): boolean {
    const second = (date: Date): number => Math.floor(date.getTime() / 1000);
    const before = this.#held.get(key);
    return before !== undefined && second(timestamp) <= second(before.at);
  }

  #store(key: string, score: Score): ScoreAnswer {
    if (this.#isOlder(key, score.timestamp)) return { type: 'notNewer' };
    const given = score.scoreGiven;
    const rescaled = given === null ? null : (given / score.scoreMaximum) * this.#rescaledTo;
    const kept = given === null && !this.#abilities.clearsScores ? this.#held.get(key)?.score : rescaled;
    this.#held.set(key, { score: kept ?? null, comment: score.comment, at: score.timestamp });
    this.stored.push({ key, score });
    return { type: 'stored' };
  }

  #storeHandedIn(key: string, { timestamp, comment }: HandedIn, newAttempt: boolean): ScoreAnswer {
    if (this.#isOlder(key, timestamp)) return { type: 'notNewer' };
    const score = this.#abilities.handedIn === 'clears' ? null : (this.#held.get(key)?.score ?? null);
    this.#held.set(key, { score, comment, at: timestamp });
    if (newAttempt) this.attempts.set(key, (this.attempts.get(key) ?? 0) + 1);
    return { type: 'stored' };
  }

  /** What a teacher does in the gradebook by hand; null empties the cell. */
  edit(lineItem: string, userId: string, score: number | null, at: Date): void {
    this.#held.set(`${lineItem} ${userId}`, { score, comment: '', at });
  }

  #resultOf(key: string): ResultRead | null {
    const held = this.#held.get(key);
    if (!held) return null;
    const [, userId = ''] = key.split(' ');
    // Five digits, as Moodle's gradebook keeps them.
    const score = held.score === null ? null : Number(held.score.toFixed(5));
    return { userId, score, maximum: this.#rescaledTo, comment: held.comment };
  }

  /** What the LMS holds, without asking it. */
  held(lineItem: string, userId: string): ResultRead | null {
    return this.#resultOf(`${lineItem} ${userId}`);
  }

  async readResult(
    _platformId: string,
    lineItem: string,
    userId: string,
  ): Promise<ServiceAnswer<ResultRead | null>> {
    this.requests.results += 1;
    return this.resultsReadable ? { type: 'ok', value: this.held(lineItem, userId) } : UNREADABLE;
  }

  async *readResults(_platformId: string, lineItem: string): AsyncIterable<ServiceAnswer<ResultRead[]>> {
    const keys = [...this.#held.keys()].filter((key) => key.startsWith(`${lineItem} `));
    for (let from = 0; from === 0 || from < keys.length; from += PAGE) {
      this.requests.results += 1;
      if (!this.resultsReadable) {
        yield UNREADABLE;
        return;
      }
      const page = keys.slice(from, from + PAGE).map((key) => this.#resultOf(key));
      yield { type: 'ok', value: page.filter((result) => result !== null) };
    }
  }

  #manage<T>(work: () => T): ServiceAnswer<T> {
    this.requests.lineItems += 1;
    switch (this.behaviour) {
      case 'refused':
        return this.refusal;
      case 'busy':
      case 'busyAfterStoring':
        return { type: 'busy', status: 429, words: 'slow down', retryAfterSeconds: 7, throttled: true };
      case 'lostAfterStoring':
        work();
        return { type: 'unknown', words: 'connection reset' };
      case 'lost':
        return { type: 'unknown', words: 'connection reset' };
      case 'crashAfterStoring':
        work();
        throw new Error('crash');
      case 'crash':
        throw new Error('crash');
      case 'ok':
        return { type: 'ok', value: work() };
    }
  }

  async findLineItems(
    _platformId: string,
    _lineItemsUrl: string,
    resourceId: string,
  ): Promise<ServiceAnswer<LineItem[]>> {
    return this.#manage(() => [...this.lineItems.values()].filter((item) => item.resourceId === resourceId));
  }

  async createLineItem(
    _platformId: string,
    lineItemsUrl: string,
    facts: LineItemFacts,
  ): Promise<ServiceAnswer<LineItem>> {
    return this.#manage(() => {
      this.#made += 1;
      const url = `${lineItemsUrl.replace(/\?.*/, '')}/${this.#made}/lineitem?type_id=1`;
      const item = { ...facts, url };
      this.lineItems.set(url, item);
      return item;
    });
  }

  async updateLineItem(
    _platformId: string,
    lineItemUrl: string,
    facts: Omit<LineItemFacts, 'resourceLinkId'>,
  ): Promise<ServiceAnswer<null>> {
    const item = this.lineItems.get(lineItemUrl);
    if (!item) return GONE;
    return this.#manage(() => {
      this.lineItems.set(lineItemUrl, { ...item, ...facts });
      return null;
    });
  }

  async deleteLineItem(_platformId: string, lineItemUrl: string): Promise<ServiceAnswer<null>> {
    return this.#manage(() => {
      this.lineItems.delete(lineItemUrl);
      return null;
    });
  }
}

const UNREADABLE = {
  type: 'busy',
  status: 502,
  words: 'bad gateway',
  retryAfterSeconds: null,
  throttled: false,
} as const;
const GONE = { type: 'refused', cause: 'columnGone', status: 404, words: 'gone' } as const;
