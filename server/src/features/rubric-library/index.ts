import { createRubricFilesService } from './rubric-files.service.ts';
import { rubricLibraryRoutes } from './rubric-library.routes.ts';
import { createRubricLibraryService, type RubricLibraryPorts } from './rubric-library.service.ts';
import { createRubricLibraryStore } from './rubric-library.store.ts';

interface Ports extends RubricLibraryPorts {
  readonly connection: Parameters<typeof createRubricLibraryStore>[0];
  readonly csv: Parameters<typeof createRubricFilesService>[0];
}

/** Rubrics that a course keeps to use again, and rubrics as files. */
export const createRubricLibrary = ({ connection, csv, ...ports }: Ports) => ({
  routes: rubricLibraryRoutes(
    createRubricLibraryService(createRubricLibraryStore(connection), ports),
    createRubricFilesService(csv),
  ),
});
