import type {
  LmsGroup,
  LmsGroupSet,
  ReadPiece,
  ReadProblem,
  RosterEntry,
  RosterServices,
} from '../../server/src/platform/lti/ports.ts';

/** A person of a roster, an active learner unless told otherwise. */
export const rosterEntry = (subject: string, overrides: Partial<RosterEntry> = {}): RosterEntry => ({
  subject,
  status: 'active',
  role: 'learner',
  readOnly: false,
  testUser: false,
  name: `Person ${subject}`,
  email: null,
  groups: null,
  ...overrides,
});

/** How a reading ends before its end: with an answer that is none, or with our own process. */
export type Interruption = ReadProblem['code'] | 'crash';

const problem = (code: ReadProblem['code']): ReadProblem => ({
  code,
  status: code === 'UNREACHABLE' ? 503 : 200,
  words: 'words of the LMS',
  retryAfterSeconds: null,
});

/** An LMS's roster and groups in memory; it is read in pages, and what happens between two of them can be told. */
export class FakeRoster implements RosterServices {
  people: RosterEntry[] = [];
  groups: LmsGroup[] = [];
  sets: LmsGroupSet[] = [];
  /** Subjects by group id, where each group has a roster; null where groups have none. */
  groupRosters: Map<string, { title: string; subjects: string[] }> | null = null;
  pageSize = 1000;
  unreadable = 0;
  /** What changed since the last whole reading is offered when this is not null. */
  differences: RosterEntry[] | null = null;
  /** Runs after each page. */
  betweenPages: (page: number) => Promise<void> | void = () => undefined;
  /** Ends the next reading after so many pages. */
  interruption: { afterPages: number; how: Interruption } | null = null;
  readonly reads: { url: string; groups: boolean }[] = [];

  async *readMembers(
    _platformId: string,
    url: string,
    { groups = false } = {},
  ): AsyncGenerator<ReadPiece<RosterEntry>> {
    this.reads.push({ url, groups });
    const changesOnly = url.endsWith('/differences');
    const people = changesOnly ? (this.differences ?? []) : this.people;
    yield* this.#pages(groups ? people : people.map((entry) => ({ ...entry, groups: null })), null);
  }

  async readGroupMembers(
    _platformId: string,
    _membershipsUrl: string,
    groupId: string,
  ): Promise<AsyncIterable<ReadPiece<RosterEntry>> | null> {
    if (!this.groupRosters) return null;
    const group = this.groupRosters.get(groupId);
    if (!group) {
      const gone = { ...problem('REFUSED'), status: 404 };
      return (async function* () {
        yield { type: 'problem' as const, problem: gone };
      })();
    }
    return this.#pages(
      group.subjects.map((subject) => rosterEntry(subject)),
      group.title,
    );
  }

  offersGroupRosters = async (): Promise<boolean> => this.groupRosters !== null;
  readGroups = (): AsyncIterable<ReadPiece<LmsGroup>> => this.#pages(this.groups, null);
  readGroupSets = (): AsyncIterable<ReadPiece<LmsGroupSet>> => this.#pages(this.sets, null);

  async *#pages<T>(all: readonly T[], title: string | null): AsyncGenerator<ReadPiece<T>> {
    const { interruption } = this;
    this.interruption = null;
    const pages = Math.max(1, Math.ceil(all.length / this.pageSize));
    for (let page = 0; page < pages; page += 1) {
      if (interruption && page >= interruption.afterPages) {
        if (interruption.how === 'crash') throw new Error('crash');
        yield { type: 'problem', problem: problem(interruption.how) };
        return;
      }
      yield { type: 'items', items: all.slice(page * this.pageSize, (page + 1) * this.pageSize) };
      await this.betweenPages(page);
    }
    const differencesUrl = this.differences ? 'https://lms.example/differences' : null;
    yield { type: 'end', pages, differencesUrl, title, unreadable: this.unreadable };
  }
}
