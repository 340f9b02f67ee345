import { AppError } from '../../core/app-error.ts';
import { type DomainEvent, INSTALLATION } from '../../core/events.ts';
import type { PlatformRegistry } from '../../platform/lti/registry-ports.ts';
import { detailOf } from './administration.domain.ts';
import { changeView } from './administration.views.ts';
import type { AdministratorsService } from './administrators.service.ts';

/** The audit trail, as far as it concerns the installation. */
export interface AuditTrail {
  /** Records of a course's scope, newest first. @param before the last one seen. */
  listNewest(
    courseId: string,
    before: { readonly at: Date; readonly id: string } | null,
    limit: number,
  ): Promise<DomainEvent[]>;
}

interface Ports {
  readonly audit: AuditTrail;
  readonly registry: Pick<PlatformRegistry, 'list'>;
  readonly administrators: Pick<AdministratorsService, 'names'>;
}

export type ChangesService = ReturnType<typeof createChangesService>;

const POSITION = /^(\d{1,15})-([0-9a-f]{32})$/;

/** Everything that was changed about the installation, by whom and when. */
export const createChangesService = ({ audit, registry, administrators }: Ports) => ({
  /** @throws AppError BAD_REQUEST when `after` is none of ours. */
  async list(after: string | undefined, limit: number) {
    const [, time, id = ''] = POSITION.exec(after ?? '') ?? [];
    if (after !== undefined && time === undefined) throw new AppError('BAD_REQUEST', { field: 'after' });
    const before = time === undefined ? null : { at: new Date(Number(time)), id };
    const [found, people, platforms] = await Promise.all([
      audit.listNewest(INSTALLATION, before, limit + 1),
      administrators.names(),
      registry.list(),
    ]);
    const names = { people, platforms: new Map(platforms.map((platform) => [platform.id, platform.name])) };
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((event) => changeView(event, detailOf(event), names)),
      next: found.length > limit && last ? `${last.at.getTime()}-${last.id}` : null,
    };
  },
});
