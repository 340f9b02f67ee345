import type { RichText } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { AccessService } from './access.service.ts';
import { decideSynthesis } from './synthesis.domain.ts';
import type { SynthesisStore } from './synthesis.store.ts';
import { synthesisHistoryView, synthesisView } from './synthesis.views.ts';
import type { ThreadStore } from './threads.store.ts';

const HISTORY_MAX = 100;

interface Ports {
  readonly access: Pick<AccessService, 'forReading'>;
  readonly threads: Pick<ThreadStore, 'find'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly store: SynthesisStore;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

interface Command {
  readonly text: RichText | null;
  readonly divergent: RichText | null;
  readonly expectedRevision: number;
}

export type SynthesisService = ReturnType<typeof createSynthesisService>;

/** What staff make of threads in their own words, pinned at their head (spec/discussion.md, 8). */
export function createSynthesisService(ports: Ports) {
  const { access, threads, course, store, clock, eventsWritten } = ports;

  /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
  async function find(caller: Caller, activityId: string, threadId: string) {
    const { scope, member } = caller;
    const { audience } = await access.forReading(caller, activityId);
    const [thread, synthesis] = await Promise.all([
      threads.find(scope, activityId, threadId, audience, member.id),
      store.find(scope, threadId),
    ]);
    if (!thread || thread.gone) throw new AppError('NOT_FOUND', { kind: 'thread' });
    return synthesis;
  }

  const view = (caller: Caller, synthesis: Awaited<ReturnType<typeof find>>) =>
    synthesisView(synthesis?.text ? synthesis : withoutText(caller, synthesis), {
      write: caller.can('discussion.facilitate'),
    });

  return {
    /** @throws AppError NOT_FOUND also for a thread that the caller does not see, ACTIVITY_NOT_OPEN */
    get: async (caller: Caller, activityId: string, threadId: string) =>
      view(caller, await find(caller, activityId, threadId)),

    /** @throws AppError STALE_REVISION, SYNTHESIS_NAMES, NOT_FOUND */
    async save(caller: Caller, activityId: string, threadId: string, command: Command) {
      const { scope, member } = caller;
      const [before, hidden] = await Promise.all([
        find(caller, activityId, threadId),
        store.listHiddenAuthors(scope, threadId),
      ]);
      const people = hidden.length === 0 ? [] : await course.findMembers(scope, hidden);
      const decision = decideSynthesis(
        before,
        command,
        people.map(({ name }) => name ?? ''),
      );
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'unchanged') return view(caller, before);
      const at = clock.now();
      const { text, divergent } = decision;
      const revision = (before?.revision ?? 0) + 1;
      const after = { threadId, activityId, revision, text, divergent, by: member.id, at };
      const about = { kind: 'thread', id: threadId };
      const event = courseEvent('synthesis.saved', about, caller, at, { activityId, threadId, revision });
      if (!(await store.replace(scope, before, after, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return view(caller, await store.find(scope, threadId));
    },

    /** @throws AppError NOT_FOUND */
    async history(caller: Caller, activityId: string, threadId: string) {
      const [versions] = await Promise.all([
        store.listVersions(caller.scope, threadId, HISTORY_MAX),
        find(caller, activityId, threadId),
      ]);
      return synthesisHistoryView(versions);
    },
  };
}

/** One that was taken away is there for those alone who may write it anew. */
const withoutText = <T>(caller: Caller, synthesis: T | null): T | null =>
  caller.can('discussion.facilitate') ? synthesis : null;
