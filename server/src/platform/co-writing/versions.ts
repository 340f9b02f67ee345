import { randomInt } from 'node:crypto';
import * as Y from 'yjs';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { ChangeLog } from './change-log.store.ts';
import { charactersOf, documentOf, richTextOfPage, type Run, runsOf } from './page-text.ts';
import { type Changes, topicOf } from './page-room.ts';
import { passagesOf, runsWithout } from './passages.ts';
import type { PageVersion, PageVersions } from './ports.ts';
import { restoreInto } from './restore.ts';
import type { VersionStore } from './versions.store.ts';

interface Ports {
  readonly changeLog: Pick<ChangeLog, 'readAll' | 'claimWriter' | 'append'>;
  readonly versions: VersionStore;
  readonly changes: Pick<Changes, 'note'>;
  readonly clock: Clock;
}

interface Restored {
  readonly restored: number;
  readonly byId: string;
}

/** Another keeps one at the same moment: then this one comes after it. */
const TRIES = 5;
/** Yjs: writer numbers are of 32 bits. */
const NUMBERS = 2 ** 32;

/** The text of a state, and how it reads, format and all. */
function standsAs(updates: readonly Uint8Array[]) {
  const document = documentOf(updates);
  const found = {
    runs: runsOf(document),
    text: richTextOfPage(document),
    state: Y.encodeStateAsUpdate(document),
  };
  document.destroy();
  return found;
}

const NOTHING = standsAs([]);
const lengthOf = (groups: readonly (readonly Run[])[]): number =>
  groups.flat().reduce((sum, { text }) => sum + text.length, 0);

/** How pages stood (ADR 0043): each version is the whole page with its authors. */
export function createVersions({ changeLog, versions, changes, clock }: Ports): PageVersions {
  async function stored(scope: CourseScope, pageId: string) {
    const found = (await changeLog.readAll(scope, [pageId])).get(pageId);
    return found ?? { updates: [], writers: new Map<number, string>() };
  }

  async function keep(scope: CourseScope, pageId: string, restored?: Restored): Promise<PageVersion | null> {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const last = await versions.find(scope, pageId);
      const { updates, writers } = await stored(scope, pageId);
      const [now, before] = [standsAs(updates), last ? standsAs([last.state]) : NOTHING];
      const isSame = JSON.stringify(now.text) === JSON.stringify(before.text);
      if (isSame && !restored) return last;
      const added = runsWithout(now.runs, before.runs);
      const version: PageVersion = {
        n: (last?.n ?? 0) + 1,
        at: clock.now(),
        name: null,
        byId: restored?.byId ?? null,
        restored: restored?.restored ?? null,
        added: [...charactersOf(added.flat(), writers)].map(([memberId, characters]) => ({
          memberId,
          characters,
        })),
        removed: lengthOf(runsWithout(before.runs, now.runs)),
      };
      if (await versions.add(scope, pageId, version, now.state)) return version;
    }
    throw new Error('others keep versions of this page all the time');
  }

  /** A fresh number to write with, for each of some people. */
  function freshNumbers(writers: ReadonlyMap<number, string>) {
    const numbers = new Map<string, number>();
    return {
      numbers,
      of(memberId: string): number {
        let number = numbers.get(memberId);
        while (number === undefined || (writers.has(number) && !numbers.has(memberId)))
          number = randomInt(NUMBERS);
        numbers.set(memberId, number);
        return number;
      },
    };
  }

  async function rewrite(scope: CourseScope, pageId: string, state: Uint8Array, byId: string): Promise<void> {
    const { updates, writers } = await stored(scope, pageId);
    const document = documentOf(updates);
    const before = Y.encodeStateVector(document);
    const source = documentOf([state]);
    const fresh = freshNumbers(writers);
    restoreInto(document, source, {
      own: fresh.of(byId),
      numberOf: (client) => fresh.of(writers.get(client) ?? byId),
    });
    const update = Y.encodeStateAsUpdate(document, before);
    document.destroy();
    source.destroy();
    for (const [memberId, number] of fresh.numbers)
      if ((await changeLog.claimWriter(scope, pageId, number, memberId)) !== memberId)
        throw new Error('a writer number was taken meanwhile');
    await changeLog.append(scope, pageId, update);
    await changes.note(scope.courseId, topicOf(pageId));
  }

  return {
    list: versions.list,
    keep: (scope, pageId) => keep(scope, pageId),

    tally: versions.tally,

    async setName(scope, pageId, n, { name, byId }) {
      const found = await versions.find(scope, pageId, n);
      if (!found) return null;
      await versions.setName(scope, pageId, n, name, byId);
      const { state: _state, ...version } = found;
      return { ...version, name, byId };
    },

    async read(scope, pageId, n) {
      const [found, last, { writers }] = await Promise.all([
        versions.find(scope, pageId, n),
        versions.find(scope, pageId, n - 1),
        stored(scope, pageId),
      ]);
      if (!found) return null;
      const { state, ...version } = found;
      const [now, before] = [standsAs([state]), last ? standsAs([last.state]) : NOTHING];
      return {
        version,
        text: now.text,
        added: passagesOf(runsWithout(now.runs, before.runs), writers),
        removed: passagesOf(runsWithout(before.runs, now.runs), writers),
      };
    },

    async restore(scope, pageId, n, byId) {
      const found = await versions.find(scope, pageId, n);
      if (!found) return null;
      await keep(scope, pageId);
      await rewrite(scope, pageId, found.state, byId);
      return keep(scope, pageId, { restored: n, byId });
    },
  };
}
