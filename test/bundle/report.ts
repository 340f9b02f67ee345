import { existsSync, readFileSync } from 'node:fs';

/** What the client's build says of itself (client/build-report.ts); sizes in bytes. */
export interface BuildReport {
  readonly chunks: Readonly<
    Record<
      string,
      {
        readonly isEntry: boolean;
        readonly gzip: number;
        readonly imports: readonly string[];
        readonly css: readonly string[];
        readonly modules: Readonly<Record<string, number>>;
      }
    >
  >;
  readonly css: Readonly<Record<string, number>>;
}

const FILE = 'dist/client-build.json';

/** @throws when the client has not been built */
export function readReport(): BuildReport {
  if (!existsSync(FILE)) throw new Error(`${FILE} is missing: run npm run build`);
  return JSON.parse(readFileSync(FILE, 'utf8')) as BuildReport;
}

/** The page that each kind of person sees first. */
export const FIRST_PAGES = {
  learner: 'client/src/features/peer-review/pages/LearnerActivityPage.tsx',
  staff: 'client/src/features/peer-review/pages/StaffOverviewPage.tsx',
} as const;

/** The scripts that have to be there before a page can be shown: the client's entry, the page, and what they import. */
export function scriptsOf({ chunks }: BuildReport, page: string): string[] {
  const entry = Object.keys(chunks).find((file) => chunks[file]?.isEntry);
  const own = Object.keys(chunks).find((file) => page in (chunks[file]?.modules ?? {}));
  if (entry === undefined || own === undefined) throw new Error(`${page} is not in the build`);
  const found = new Set<string>();
  const take = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    chunks[file]?.imports.forEach(take);
  };
  take(entry);
  take(own);
  return [...found];
}

export interface Weight {
  /** Compressed bytes. */
  readonly scripts: number;
  readonly styles: number;
}

/** What some scripts and the style sheets they bring weigh. */
export function weightOf({ chunks, css }: BuildReport, scripts: readonly string[]): Weight {
  const styles = new Set(scripts.flatMap((file) => chunks[file]?.css ?? []));
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  return {
    scripts: sum(scripts.map((file) => chunks[file]?.gzip ?? 0)),
    styles: sum([...styles].map((file) => css[file] ?? 0)),
  };
}

export const modulesOf = (
  { chunks }: BuildReport,
  scripts: readonly string[],
): [name: string, size: number][] => scripts.flatMap((file) => Object.entries(chunks[file]?.modules ?? {}));

/** The modules that are largest before they are made small, in kilobytes. */
export const largest = (report: BuildReport, scripts: readonly string[], count: number): string[] =>
  modulesOf(report, scripts)
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([name, size]) => `${Math.round(size / 1000)} kB ${name.replace('node_modules/', '')}`);

/** spec/quality.md: what a learner downloads before the first useful paint. */
export const BUDGET = { scripts: 140_000, styles: 15_000 } as const;
