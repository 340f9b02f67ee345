/** What a bucket is like. Canvas's, for one client id: 800, 600, 10 a second, 50. */
export interface BucketSize {
  /** It never holds more than this. */
  capacity: number;
  /** Above this, requests are refused. */
  threshold: number;
  leakPerSecond: number;
  /** Set aside for each request under way; what it really costs is known at its end. */
  reserved: number;
  /** What one request costs. */
  cost: number;
}

const CANVAS_BUCKET: BucketSize = {
  capacity: 800,
  threshold: 600,
  leakPerSecond: 10,
  reserved: 50,
  cost: 0.5,
};

/** Canvas's throttle: every request pours its cost into a bucket that leaks, and a full bucket refuses. */
export class LeakyBucket {
  /** Requests under way right now, and the most there ever were. */
  underWay = 0;
  mostUnderWay = 0;
  private level = 0;
  private leakedAt: number;
  private readonly size: BucketSize;
  private readonly clock: () => number;

  /** @param clock ms */
  constructor(size: BucketSize = CANVAS_BUCKET, clock: () => number = Date.now) {
    this.size = size;
    this.clock = clock;
    this.leakedAt = clock();
  }

  /** What `X-Rate-Limit-Remaining` says. */
  get remaining(): number {
    this.leak();
    return Math.max(0, this.size.threshold - this.level);
  }

  /** @returns false when the request is refused */
  begin(): boolean {
    this.leak();
    if (this.level >= this.size.threshold) return false;
    this.level = Math.min(this.size.capacity, this.level + this.size.reserved);
    this.underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
    return true;
  }

  end(): void {
    this.leak();
    this.underWay -= 1;
    this.level = Math.max(0, this.level - this.size.reserved + this.size.cost);
  }

  private leak(): void {
    const now = this.clock();
    this.level = Math.max(0, this.level - ((now - this.leakedAt) / 1000) * this.size.leakPerSecond);
    this.leakedAt = now;
  }
}
