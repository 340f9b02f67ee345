import { createPieces } from '../database/pieces.ts';
import { createChangeLog } from './change-log.store.ts';
import { newId } from '../../core/ids.ts';
import { createPresenceStore } from './presence.store.ts';
import { createSockets } from './sockets.ts';
import { createVersions } from './versions.ts';
import { createVersionStore } from './versions.store.ts';
import { createWritten } from './written.ts';

type SocketPorts = Parameters<typeof createSockets>[0];
type Ports = Omit<SocketPorts, 'changeLog' | 'presence' | 'versions' | 'admit'>;

/** Documents that people write together, live and kept (DESIGN §3, ADR 0043). */
export function createCoWriting(connection: Parameters<typeof createChangeLog>[0], ports: Ports) {
  const pieces = createPieces(connection, 'docPieces');
  const changeLog = createChangeLog(connection, pieces);
  const { changes, clock } = ports;
  const versions = createVersions({
    changeLog,
    versions: createVersionStore(connection, pieces),
    changes,
    clock,
  });
  const presence = createPresenceStore(connection, newId());
  return {
    written: createWritten(changeLog),
    versions,
    /** @param admit who may open which document */
    openSockets: (admit: SocketPorts['admit']) =>
      createSockets({ ...ports, admit, changeLog, presence, versions }),
  };
}

export { registerPageMetrics } from './metrics.ts';
