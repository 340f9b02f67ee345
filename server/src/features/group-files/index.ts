import { createFileRules, type FileRulePorts } from './file-rules.service.ts';
import { groupFileRoutes } from './group-files.routes.ts';
import { createGroupFilesService, type GroupFilePorts } from './group-files.service.ts';
import { createGroupFileStore } from './group-files.store.ts';
import { createFileTraces } from './traces.service.ts';

interface Ports extends Omit<GroupFilePorts, 'rooms'>, Omit<FileRulePorts, 'rooms'> {
  readonly connection: Parameters<typeof createGroupFileStore>[0];
  readonly rooms: GroupFilePorts['rooms'] & FileRulePorts['rooms'];
}

/** The files of groups, with their versions. */
export function createGroupFiles({ connection, ...ports }: Ports) {
  const store = createGroupFileStore(connection);
  return {
    fileRules: createFileRules(store, ports),
    routes: groupFileRoutes(createGroupFilesService(store, ports)),
    traces: createFileTraces(store),
  };
}
