import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as contract from '../../server/src/contracts/files.ts';
import type { CourseScope } from '../../server/src/core/course-scope.ts';
import { memberIdOf, newId } from '../../server/src/core/ids.ts';
import { can, type Permission } from '../../server/src/core/permissions.ts';
import { createFiles, type FileItemRules } from '../../server/src/features/files/index.ts';
import { createInspector } from '../../server/src/platform/files/inspector.ts';
import type { FileStorage } from '../../server/src/platform/files/ports.ts';
import { createDiskStorage } from '../../server/src/platform/files/storage.ts';
import type { Caller } from '../../server/src/platform/http/ports.ts';
import { createJobs, type JobRunner } from '../../server/src/platform/jobs/index.ts';
import { createIndexes, openTestDatabase } from './database.ts';
import { callRoute } from './call-route.ts';
import { buildScope } from './peer-review.ts';

const MB = 2 ** 20;

/** A person of a course, without a launch. */
export function buildCaller(scope: CourseScope, name: string): Caller {
  const id = memberIdOf(scope.courseId, name);
  return {
    scope,
    member: { id, role: 'learner', readOnly: false, testUser: false, name },
    launchId: 'launch',
    requestId: 'request',
    actor: { kind: 'member', memberId: id, role: 'learner' },
    can: (permission: Permission) => can({ role: 'learner', readOnly: false }, permission),
  };
}

export type FileWorld = Awaited<ReturnType<typeof openFileWorld>>;

/** Files on a database and a folder of their own; what an item allows is said by the test. */
export async function openFileWorld(rules: FileItemRules) {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-files-'));
  const { connection, close } = await openTestDatabase();
  const clock = { time: '2027-03-01T10:00:00Z', now: () => new Date(clock.time) };
  const log = { error: console.error, warn: console.warn };
  const jobs: JobRunner = createJobs({ connection, clock, log });
  const storage: FileStorage = createDiskStorage(directory);
  const files = createFiles({
    connection,
    storage,
    inspector: createInspector({ inThread: false }),
    jobs,
    clock,
    findScope: (courseId) => Promise.resolve({ ...buildScope(), courseId }),
    limits: { fileBytes: 4 * MB, itemBytes: 6 * MB, itemFiles: 3, courseBytes: 9 * MB },
  });
  files.useItems('essay', rules);
  await createIndexes(connection);

  const call = async <T>(
    caller: Caller,
    endpoint: Parameters<typeof callRoute>[2],
    input: Partial<Parameters<typeof callRoute>[3]>,
  ) => (await callRoute(files.routes, caller, endpoint, { params: {}, ...input })) as T;

  return {
    files,
    clock,
    storage,
    create: (caller: Caller, itemId: string, size: number, overrides: { id?: string; name?: string } = {}) =>
      call<contract.FileView>(caller, contract.CreateFile, {
        body: { id: newId(), item: { kind: 'essay', id: itemId }, name: 'essay.txt', size, ...overrides },
      }),
    callCreate: (caller: Caller, body: object) => call(caller, contract.CreateFile, { body }),
    put: (caller: Caller, fileId: string, index: number, bytes: Uint8Array) =>
      call<contract.FileView>(caller, contract.PutChunk, {
        params: { fileId, index: String(index) },
        body: bytes,
      }),
    finish: (caller: Caller, fileId: string) =>
      call<contract.FileView>(caller, contract.FinishFile, { params: { fileId } }),
    remove: (caller: Caller, fileId: string) => call(caller, contract.RemoveFile, { params: { fileId } }),
    unfinished: (caller: Caller, itemId: string) =>
      call<{ files: contract.FileView[] }>(caller, contract.ListUnfinishedFiles, {
        query: { kind: 'essay', itemId },
      }),
    async link(caller: Caller, fileId: string): Promise<string | null> {
      const { links } = await call<{ links: { url: string }[] }>(caller, contract.LinkFiles, {
        body: { fileIds: [fileId] },
      });
      return new URL(links[0]?.url ?? 'x:', 'http://tool').searchParams.get('key');
    },
    /** Uploads a whole file. */
    async upload(caller: Caller, itemId: string, content: Uint8Array, name = 'essay.txt') {
      const { id, chunks } = await this.create(caller, itemId, content.length, { name });
      for (let index = 0; index < chunks; index++) {
        await this.put(caller, id, index, content.subarray(index * MB, (index + 1) * MB));
      }
      return this.finish(caller, id);
    },
    async read(secret: string) {
      const opened = await files.open(secret);
      if (!opened) return null;
      const parts: Uint8Array[] = [];
      for await (const part of opened.read()) parts.push(part);
      return { ...opened, content: Buffer.concat(parts) };
    },
    /** What the database holds of links. */
    storedLinks: () => connection.collection('fileLinks').find().toArray(),
    /** The clean-up, at a time. */
    async sweepAt(time: string): Promise<void> {
      clock.time = time;
      await files.start();
      await jobs.runDueOnce();
    },
    /** Files that have a folder on the disk, in one course. */
    onDisk: (scope: CourseScope): string[] => {
      try {
        return readdirSync(join(directory, scope.courseId));
      } catch {
        return [];
      }
    },
    async close(): Promise<void> {
      await close();
      rmSync(directory, { recursive: true });
    },
  };
}
