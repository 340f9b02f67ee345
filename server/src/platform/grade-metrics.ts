import { Counter, Gauge, type Registry } from 'prom-client';

/** What the gradebook knows of grades on their way to the LMS. */
export interface GradeFigures {
  /** How many grades the LMS lacks, how many of them wait for staff, and how much is due to be told altogether. */
  totals(): Promise<{
    readonly unsent: number;
    readonly failed: number;
    readonly pending: number;
    readonly all: number;
  }>;
  /** Counted since the process began. */
  figures(): {
    readonly answers: Readonly<Record<string, number>>;
    readonly coalesced: number;
    readonly platforms: readonly {
      readonly platformId: string;
      readonly window: number;
      readonly underWay: number;
      readonly isFailing: boolean;
    }[];
  };
}

/** Figures of the gradebook for Prometheus, read when they are asked for. */
export function registerGradeMetrics(registry: Registry, grades: GradeFigures): void {
  const registers = [registry];
  new Gauge({
    name: 'roundtable_grades',
    help: 'Grades by where they are: waiting to be sent, failed (waiting for staff), settled (the LMS has all there is)',
    labelNames: ['state'],
    registers,
    async collect() {
      const { unsent, failed, all } = await grades.totals();
      this.set({ state: 'waiting' }, Math.max(0, unsent - failed));
      this.set({ state: 'failed' }, failed);
      this.set({ state: 'settled' }, Math.max(0, all - unsent));
    },
  });
  new Gauge({
    name: 'roundtable_grade_outbox_pending',
    help: 'Grades and hand-ins that the LMS is still to be told',
    registers,
    async collect() {
      this.set((await grades.totals()).pending);
    },
  });
  new Counter({
    name: 'roundtable_score_posts_total',
    help: 'Scores and hand-ins posted since the start, by the kind of answer',
    labelNames: ['answer'],
    registers,
    collect() {
      this.reset();
      for (const [answer, count] of Object.entries(grades.figures().answers)) this.inc({ answer }, count);
    },
  });
  new Counter({
    name: 'roundtable_scores_coalesced_total',
    help: 'Grades that were followed by newer ones before they were sent, since the start',
    registers,
    collect() {
      this.reset();
      this.inc(grades.figures().coalesced);
    },
  });
  registerPaces(registry, grades);
}

function registerPaces(registry: Registry, grades: GradeFigures): void {
  const registers = [registry];
  const labelNames = ['platform'] as const;
  new Gauge({
    name: 'roundtable_platform_window',
    help: 'Scores that a platform is sent at once by this server, as its answers have taught',
    labelNames,
    registers,
    collect() {
      for (const { platformId, window } of grades.figures().platforms)
        this.set({ platform: platformId }, window);
    },
  });
  new Gauge({
    name: 'roundtable_platform_failing',
    help: '1 while a platform gives no sensible answer to scores',
    labelNames,
    registers,
    collect() {
      for (const { platformId, isFailing } of grades.figures().platforms) {
        this.set({ platform: platformId }, isFailing ? 1 : 0);
      }
    },
  });
}
