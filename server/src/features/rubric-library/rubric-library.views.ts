import { KeptRubricVersionView, KeptRubricView, type RubricChange } from '../../contracts/rubric-library.ts';
import type { KeptRubric, KeptRubricVersion } from './rubric-library.domain.ts';

/** Names of members by their ids. */
export type Names = ReadonlyMap<string, string | null>;

export const keptRubricView = (rubric: KeptRubric, names: Names): KeptRubricView =>
  KeptRubricView.parse({
    ...rubric,
    savedAt: rubric.savedAt.toISOString(),
    savedBy: names.get(rubric.savedBy) ?? null,
  });

export const keptRubricVersionView = (
  { rubricId: id, n, name, criteria }: KeptRubricVersion,
  changes: readonly RubricChange[],
  versions: readonly Pick<KeptRubricVersion, 'n' | 'at' | 'by'>[],
  names: Names,
): KeptRubricVersionView =>
  KeptRubricVersionView.parse({
    id,
    name,
    version: n,
    criteria,
    changes,
    versions: versions.map((one) => ({
      n: one.n,
      savedAt: one.at.toISOString(),
      savedBy: names.get(one.by) ?? null,
    })),
  });
