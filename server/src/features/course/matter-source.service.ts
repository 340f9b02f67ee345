import type { CourseScope } from '../../core/course-scope.ts';
import type { Announce, MatterSource, SourceMatter } from '../insights/index.ts';
import { type LmsRead, type ReadKind, waitsForStaff } from './lms-read.domain.ts';
import type { LmsReadStore } from './lms-reads.store.ts';

const CODES = { roster: 'ROSTER_NOT_READ', groups: 'GROUPS_NOT_READ' } as const;
const KINDS: readonly ReadKind[] = ['roster', 'groups'];

/** Readings that will not get better without staff: the roster's and the groups' are a topic each. */
export function createReadMatters(reads: Pick<LmsReadStore, 'find'>) {
  let announce: Announce = () => Promise.resolve();
  const source: MatterSource = {
    name: 'roster',
    kind: 'people',
    forLearners: false,
    concernOf: () => null,
    announceBy: (by) => {
      announce = by;
    },
    async read(scope, topics) {
      const wanted = KINDS.filter((kind) => topics.includes(kind));
      const found = await Promise.all(wanted.map((kind) => reads.find(scope, kind)));
      return found.flatMap((read) => (read ? mattersOf(read) : []));
    },
    listTopics: () => Promise.resolve({ topics: KINDS, next: null }),
  };
  return {
    source,
    /** A reading has come to its end; the job that read is repeated until this was told. */
    readEnded: (scope: CourseScope, kind: ReadKind): Promise<void> => announce(scope, [kind]),
  };
}

function mattersOf({ kind, trouble }: LmsRead): SourceMatter[] {
  if (!waitsForStaff(trouble)) return [];
  return [
    {
      id: kind,
      topic: kind,
      activityId: null,
      waitsFor: 'staff',
      code: CODES[kind],
      params: { reason: trouble.reason, words: trouble.words },
      since: trouble.since,
      until: null,
      nextAction: { code: 'READ_AGAIN', method: 'post', path: `/${kind}/read` },
    },
  ];
}
