import { pageCommentRoutes } from './page-comments.routes.ts';
import { createPageCommentsService } from './page-comments.service.ts';
import { createPageCommentStore } from './page-comments.store.ts';
import { createPageImages } from './page-images.service.ts';
import { createPagesService } from './pages.service.ts';
import { createPageStore } from './pages.store.ts';
import { createWorkspaceTraces } from './traces.service.ts';
import { createVersionsService } from './versions.service.ts';
import { workspaceRoutes } from './workspace.routes.ts';
import { createWrittenService } from './written.service.ts';

interface Ports
  extends
    Omit<Parameters<typeof createPagesService>[0], 'store' | 'course'>,
    Omit<Parameters<typeof createVersionsService>[0], 'pages' | 'course'>,
    Omit<Parameters<typeof createWrittenService>[0], 'store'>,
    Omit<Parameters<typeof createPageImages>[0], 'store' | 'pages'>,
    Omit<Parameters<typeof createPageCommentsService>[0], 'pages' | 'comments' | 'course'> {
  readonly course: Parameters<typeof createPagesService>[0]['course'] &
    Parameters<typeof createVersionsService>[0]['course'] &
    Parameters<typeof createPageCommentsService>[0]['course'];
  readonly connection: Parameters<typeof createPageStore>[0];
}

/** Pages that a group writes together. */
export function createWorkspace({ connection, ...ports }: Ports) {
  const store = createPageStore(connection);
  const commentStore = createPageCommentStore(connection);
  const pages = createPagesService({ ...ports, store });
  const written = createWrittenService({ ...ports, store });
  const images = createPageImages({ ...ports, store, pages });
  const versions = createVersionsService({ ...ports, pages });
  const comments = createPageCommentsService({
    ...ports,
    pages: store,
    comments: commentStore,
  });
  const read = { pages: store, comments: commentStore };
  return {
    routes: [...workspaceRoutes(pages, versions, images), ...pageCommentRoutes(comments)],
    fileRules: images.rules,
    admit: pages.admit,
    writtenBy: written.writtenBy,
    freeze: written.freeze,
    traces: createWorkspaceTraces({ ...read, versions: ports.versions }),
    commentTraces: createWorkspaceTraces({ ...read, versions: null }),
  };
}
