import type { GradeServices, ResultRead, Score, ScoreAnswer } from '../../server/src/platform/lti/ports.ts';

/** What the LMS, the network or our own process does with the next score. */
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
  score: Score;
  at: Date;
}

/** A gradebook in memory that keeps AGS's rule of timestamps, whole seconds as Moodle does. */
export class FakeLms implements GradeServices {
  behaviour: Behaviour = 'ok';
  resultsReadable = true;
  readonly posts: { key: string; score: Score }[] = [];
  /** Every score that became visible, in order. */
  readonly stored: { key: string; score: Score }[] = [];
  readonly overlaps: string[] = [];
  readonly #held = new Map<string, Held>();
  readonly #underWay = new Set<string>();
  readonly #rescaledTo: number;
  readonly #delayMs: number;

  /** @param rescaledTo the column's maximum, which results are told in. */
  constructor({ rescaledTo = 100, delayMs = 0 } = {}) {
    this.#rescaledTo = rescaledTo;
    this.#delayMs = delayMs;
  }

  async abilities() {
    return { clearsScores: true };
  }

  async postScore(_platformId: string, lineItem: string, score: Score): Promise<ScoreAnswer> {
    const key = `${lineItem} ${score.userId}`;
    if (this.#underWay.has(key)) this.overlaps.push(key);
    this.#underWay.add(key);
    this.posts.push({ key, score });
    if (this.#delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.#delayMs));
    try {
      return this.#answer(key, score);
    } finally {
      this.#underWay.delete(key);
    }
  }

  #answer(key: string, score: Score): ScoreAnswer {
    switch (this.behaviour) {
      case 'ok':
        return this.#store(key, score);
      case 'busy':
        return { type: 'busy', status: 429, words: 'slow down', retryAfterSeconds: 7 };
      case 'busyAfterStoring':
        this.#store(key, score);
        return { type: 'busy', status: 502, words: 'bad gateway', retryAfterSeconds: null };
      case 'refused':
        return { type: 'refused', status: 400, words: 'not a student' };
      case 'lost':
        return { type: 'unknown', words: 'connection reset' };
      case 'lostAfterStoring':
        this.#store(key, score);
        return { type: 'unknown', words: 'connection reset' };
      case 'crash':
        throw new Error('crash');
      case 'crashAfterStoring':
        this.#store(key, score);
        throw new Error('crash');
    }
  }

  #store(key: string, score: Score): ScoreAnswer {
    const second = (date: Date): number => Math.floor(date.getTime() / 1000);
    const before = this.#held.get(key);
    if (before && second(score.timestamp) <= second(before.at)) return { type: 'notNewer' };
    this.#held.set(key, { score, at: score.timestamp });
    this.stored.push({ key, score });
    return { type: 'stored' };
  }

  /** What a teacher does in the gradebook by hand. */
  edit(lineItem: string, userId: string, scoreGiven: number, at: Date): void {
    const score = { userId, scoreGiven, scoreMaximum: this.#rescaledTo, comment: '', timestamp: at };
    this.#held.set(`${lineItem} ${userId}`, { score, at });
  }

  async readResult(_platformId: string, lineItem: string, userId: string): Promise<ResultRead | null> {
    if (!this.resultsReadable) throw new Error('502 bad gateway');
    const held = this.#held.get(`${lineItem} ${userId}`);
    if (!held) return null;
    const { scoreGiven, scoreMaximum, comment } = held.score;
    if (scoreGiven === null) return { score: null, maximum: this.#rescaledTo, comment };
    // Five digits, as Moodle's gradebook keeps them.
    const score = Number(((scoreGiven / scoreMaximum) * this.#rescaledTo).toFixed(5));
    return { score, maximum: this.#rescaledTo, comment };
  }
}
