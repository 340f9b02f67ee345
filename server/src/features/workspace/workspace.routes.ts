import * as contract from '../../contracts/workspace.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { PageImages } from './page-images.service.ts';
import type { PagesService } from './pages.service.ts';
import type { VersionsService } from './versions.service.ts';

export const workspaceRoutes = (
  pages: PagesService,
  versions: VersionsService,
  images: PageImages,
): Route[] => [
  handle(contract.ListGroupPages, ({ caller, params }) =>
    pages.list(caller, params.activityId, params.groupId),
  ),
  handle(contract.SaveGroupPage, ({ caller, params, body }) => pages.save(caller, params, body.title)),
  handle(contract.DeleteGroupPage, ({ caller, params, body }) =>
    pages.setDeleted(caller, params, body.deleted),
  ),
  handle(contract.KeepPageImage, ({ caller, params }) => images.keep(caller, params)),
  handle(contract.ListPageVersions, ({ caller, params, query }) =>
    versions.list(caller, params, query.before),
  ),
  handle(contract.GetPageVersion, ({ caller, params }) => versions.read(caller, params, params.n)),
  handle(contract.KeepPageVersion, ({ caller, params, body }) => versions.keep(caller, params, body.name)),
  handle(contract.NamePageVersion, ({ caller, params, body }) =>
    versions.setName(caller, params, params.n, body.name),
  ),
  handle(contract.RestorePageVersion, ({ caller, params }) => versions.restore(caller, params, params.n)),
];
