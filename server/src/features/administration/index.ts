import { defineKeyRotationJob } from './administration.jobs.ts';
import { administrationRoutes } from './administration.routes.ts';
import { type AdministratorPorts, createAdministratorsService } from './administrators.service.ts';
import { createAdministratorStore } from './administrators.store.ts';
import { type AuditTrail, createChangesService } from './changes.service.ts';
import { createConsoleInvitationsService } from './console-invitations.service.ts';
import { createConsolePlatformsService, type PlatformPorts } from './platforms.service.ts';

export { invitationUrl } from './console-invitations.service.ts';

type Ports = PlatformPorts &
  Pick<AdministratorPorts, 'eventsWritten'> & {
    readonly connection: Parameters<typeof createAdministratorStore>[0];
    readonly jobs: Parameters<typeof defineKeyRotationJob>[0];
    readonly invitations: Parameters<typeof createConsoleInvitationsService>[0]['invitations'];
    readonly audit: AuditTrail;
    /** The tool's own address, without a slash at its end. */
    readonly publicUrl: string;
  };

/** The console of those who run the tool for an institution. */
export function createAdministration({ connection, jobs, audit, ...ports }: Ports) {
  const store = createAdministratorStore(connection);
  const administrators = createAdministratorsService({ ...ports, store });
  const platforms = createConsolePlatformsService(ports);
  const invitations = createConsoleInvitationsService({ ...ports, administrators });
  const changes = createChangesService({ audit, registry: ports.registry, administrators });
  return {
    routes: administrationRoutes({ administrators, platforms, invitations, changes }),
    /** For the check of the console's cookie. */
    sessions: administrators.sessions,
    /** Begins the daily look at the platforms' keys. */
    start: defineKeyRotationJob(jobs, platforms, ports.clock),
  };
}
