import { createFileContents } from './content.service.ts';
import { createFileCopying } from './copy-files.service.ts';
import type { FileLimits } from './files.domain.ts';
import { defineSweep, sweepSoon } from './files.jobs.ts';
import { fileRoutes } from './files.routes.ts';
import { createFileService } from './files.service.ts';
import { createFileStore } from './files.store.ts';
import { createFileItems } from './items.service.ts';
import { createUploadService } from './upload.service.ts';

export type { FileAccess, StoredFile } from './files.domain.ts';
export { type FileItemRules, wholeByItem } from './items.service.ts';

export type Files = ReturnType<typeof createFiles>;

interface Ports {
  readonly connection: Parameters<typeof createFileStore>[0];
  readonly storage: Parameters<typeof createFileContents>[1];
  readonly inspector: Parameters<typeof createFileContents>[2];
  readonly jobs: Parameters<typeof defineSweep>[0];
  readonly clock: Parameters<typeof defineSweep>[2];
  readonly findScope: Parameters<typeof createFileService>[0]['findScope'];
  readonly limits: FileLimits;
}

/** Files that people upload: their routes, their content, their clean-up. */
export function createFiles({ connection, storage, inspector, jobs, clock, findScope, limits }: Ports) {
  const store = createFileStore(connection);
  const items = createFileItems();
  const contents = createFileContents(store, storage, inspector);
  const service = createFileService({ store, contents, items, clock, findScope });
  const removed = (): Promise<void> => sweepSoon(jobs);
  const uploads = createUploadService({ store, contents, items, limits, clock, removed });
  defineSweep(jobs, service, clock);
  return {
    routes: fileRoutes(uploads, service),
    open: service.open,
    findReady: service.findReady,
    keep: service.keep,
    requireAnonymous: service.requireAnonymous,
    copy: createFileCopying(store, contents, clock),
    /** Registers what one kind of item allows; before requests come. */
    useItems: items.use,
    /** Takes away every file of a course. */
    async removeAll(...[scope]: Parameters<typeof service.removeAll>): Promise<void> {
      await service.removeAll(scope);
      await removed();
    },
    /** Begins the clean-up. */
    start: removed,
  };
}
