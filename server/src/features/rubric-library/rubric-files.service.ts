import { CRITERIA_MAX } from '../../contracts/limits.ts';
import { Criterion } from '../../contracts/rubric.ts';
import { AppError } from '../../core/app-error.ts';
import type { Csv } from '../../platform/csv/ports.ts';
import { type FileCriterion, type FileFault, fromRows, toRows } from './rubric-files.domain.ts';
import { fromJson, toJson } from './rubric-json.domain.ts';

type Format = 'json' | 'csv';

export type RubricFilesService = ReturnType<typeof createRubricFilesService>;

const refused = ({ line, field, problem }: FileFault): AppError =>
  new AppError('RUBRIC_FILE_INVALID', { line, field, problem });

/** Rubrics from files, and to them. Nothing is stored. */
export function createRubricFilesService(csv: Csv) {
  /** @throws AppError RUBRIC_FILE_INVALID with the line of the first criterion that cannot be one */
  function checked(found: readonly FileCriterion[]): Criterion[] {
    const tooMany = found[CRITERIA_MAX];
    if (tooMany) throw refused({ line: tooMany.line, field: null, problem: 'NOT_VALID' });
    const ids = new Set<string>();
    return found.map(({ line, criterion }) => {
      const parsed = Criterion.safeParse(criterion);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw refused({ line, field: issue?.path.join('.') || null, problem: 'NOT_VALID' });
      }
      if (ids.has(parsed.data.id)) throw refused({ line, field: 'id', problem: 'NOT_VALID' });
      ids.add(parsed.data.id);
      return parsed.data;
    });
  }

  return {
    /** @throws AppError RUBRIC_FILE_INVALID */
    async read(format: Format, text: string): Promise<{ name: string | null; criteria: Criterion[] }> {
      if (format === 'json') {
        const read = fromJson(text);
        if (read.type === 'refuse') throw refused(read.fault);
        return { name: read.name, criteria: checked(read.criteria) };
      }
      const { rows, broken } = csv.read(text);
      const read = fromRows(rows, broken);
      if (read.type === 'refuse') throw refused(read.fault);
      return { name: null, criteria: checked(read.criteria) };
    },

    write: async (format: Format, name: string, criteria: readonly Criterion[]) => ({
      text: format === 'json' ? toJson(name, criteria) : csv.write(toRows(criteria)),
    }),
  };
}
