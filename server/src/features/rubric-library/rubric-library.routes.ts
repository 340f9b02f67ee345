import * as contract from '../../contracts/rubric-library.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { RubricFilesService } from './rubric-files.service.ts';
import type { RubricLibraryService } from './rubric-library.service.ts';

export const rubricLibraryRoutes = (library: RubricLibraryService, files: RubricFilesService): Route[] => [
  handle(contract.ListRubrics, ({ caller }) => library.list(caller)),
  handle(contract.GetRubric, ({ caller, params, query }) =>
    library.get(caller, params.rubricId, query.version),
  ),
  handle(contract.SaveRubric, ({ caller, params, body }) => {
    const { name, criteria, expectedVersion } = body;
    return library.save(caller, params.rubricId, { name, criteria, expectedVersion });
  }),
  handle(contract.RemoveRubric, ({ caller, params, body }) =>
    library.remove(caller, params.rubricId, body.removed),
  ),
  handle(contract.ReadRubricFile, ({ body }) => files.read(body.format, body.text)),
  handle(contract.WriteRubricFile, ({ body }) => files.write(body.format, body.name, body.criteria)),
];
