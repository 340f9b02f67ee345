import { ATTRIBUTES_MAX } from '../../contracts/limits.ts';
import * as contract from '../../contracts/member-attributes.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent } from '../../core/events.ts';
import { attributeIdOf } from '../../core/ids.ts';
import type { Csv } from '../../platform/csv/ports.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { type Attribute, countValues, decideAttributeImport, type Taken } from './attributes.domain.ts';
import type { AttributeStore } from './attributes.store.ts';
import type { CourseStore } from './course.store.ts';

/** Items of a questionnaire that say something of each person who has answered. */
export interface AnswerSource {
  /** The newest of which one knows who said what. */
  list(scope: CourseScope): Promise<contract.AttributesView['questionnaires']>;
  /**
   * The last answers of each person. @param keys of items @throws AppError NOT_FOUND, ANSWERS_ANONYMOUS
   */
  read(
    scope: CourseScope,
    questionnaireId: string,
    keys: readonly string[],
  ): Promise<
    readonly (Pick<Taken, 'name' | 'type'> & {
      readonly key: string;
      readonly values: ReadonlyMap<string, string | number>;
    })[]
  >;
}

interface Ports {
  readonly store: Pick<CourseStore, 'listAll'>;
  readonly attributes: AttributeStore;
  readonly answers: AnswerSource;
  readonly csv: Csv;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

type File = { readonly csv: string; readonly types: Readonly<Record<string, contract.AttributeType | null>> };

const PROBLEMS_SHOWN = 100;

export type AttributeService = ReturnType<typeof createAttributeService>;

/** What staff know of people, to form groups by it: from files and from answers (spec/group-work.md, 1). */
export function createAttributeService({ store, attributes, answers, csv, clock, eventsWritten }: Ports) {
  /** Three reads, whatever is known of how many. */
  async function view({ scope, can }: Caller): Promise<contract.AttributesView> {
    const [items, questionnaires] = await Promise.all([attributes.list(scope), answers.list(scope)]);
    return contract.AttributesView.parse({
      items: items.map(({ courseId, takenAt, ...rest }) => ({ ...rest, takenAt: takenAt.toISOString() })),
      questionnaires,
      can: { edit: can('groups.edit') },
    });
  }

  /** @throws AppError FILE_WITHOUT_COLUMNS */
  async function plan({ scope }: Caller, file: File) {
    const { rows, broken } = csv.read(file.csv);
    const [members, known] = await Promise.all([store.listAll(scope), attributes.list(scope)]);
    const decided = decideAttributeImport(rows, file.types, scope.courseId, members);
    if (!decided) throw new AppError('FILE_WITHOUT_COLUMNS');
    decided.problems.push(...broken.map((line) => ({ line, problem: 'ROW_BROKEN' as const, value: '' })));
    decided.problems.sort((a, b) => a.line - b.line);
    const ids = new Set(known.map(({ id }) => id));
    const byName = new Map(decided.taken.map((taken) => [taken.name, taken]));
    const view = contract.AttributeImportView.parse({
      rows: Math.max(0, rows.length - 1) + broken.length,
      people: new Set(decided.taken.flatMap(({ values }) => [...values.keys()])).size,
      columns: decided.columns.map(({ name, type }) => {
        const taken = byName.get(name);
        const counted = type && taken ? countValues(type, taken.values.values()) : { known: 0, values: [] };
        return { name, type, isThere: taken !== undefined && ids.has(taken.id), ...counted };
      }),
      problems: decided.problems.slice(0, PROBLEMS_SHOWN),
      problemCount: decided.problems.length,
    });
    return { taken: decided.taken, view };
  }

  /** @throws AppError ATTRIBUTES_TOO_MANY */
  async function take(caller: Caller, source: Attribute['source'], taken: readonly Taken[]): Promise<void> {
    const { scope } = caller;
    if (taken.length === 0) return;
    const known = await attributes.list(scope);
    const ids = new Set([...known, ...taken].map(({ id }) => id));
    if (ids.size > ATTRIBUTES_MAX) throw new AppError('ATTRIBUTES_TOO_MANY', { most: ATTRIBUTES_MAX });
    // What was of another type before cannot be kept beside it.
    const changed = known.filter((one) => taken.some(({ id, type }) => id === one.id && type !== one.type));
    if (changed.length > 0)
      await forget(
        caller,
        changed.map(({ id }) => id),
      );
    await attributes.describe(scope, taken);
    const people = await attributes.listPeople(scope);
    const now = clock.now();
    const kept = taken.map(({ id, name, type }): Attribute => {
      const values = people.flatMap((person) => person.values[id] ?? []);
      const counts = countValues(
        type,
        type === 'availability' ? people.flatMap((one) => (one.values[id] ? [''] : [])) : values,
      );
      return { id, courseId: scope.courseId, name, type, source, takenAt: now, ...counts };
    });
    await attributes.save(kept, ({ id, known: count }) =>
      courseEvent('memberAttribute.taken', { kind: 'memberAttribute', id }, caller, now, {
        source,
        known: count,
      }),
    );
    eventsWritten();
  }

  const forget = (caller: Caller, ids: readonly string[]): Promise<void> =>
    attributes.forget(caller.scope, ids, (id) =>
      courseEvent('memberAttribute.deleted', { kind: 'memberAttribute', id }, caller, clock.now(), {}),
    );

  return {
    list: view,

    async preview(caller: Caller, file: File): Promise<contract.AttributeImportView> {
      return (await plan(caller, file)).view;
    },

    /** @throws AppError FILE_WITHOUT_COLUMNS, ATTRIBUTES_TOO_MANY */
    async importFile(caller: Caller, file: File): Promise<contract.AttributeImportView> {
      const planned = await plan(caller, file);
      await take(caller, 'file', planned.taken);
      return planned.view;
    },

    /** @throws AppError NOT_FOUND, ANSWERS_ANONYMOUS, ATTRIBUTES_TOO_MANY */
    async takeAnswers(caller: Caller, questionnaireId: string, keys: readonly string[]) {
      const found = await answers.read(caller.scope, questionnaireId, keys);
      const taken = found.map(({ key, ...rest }) => ({
        ...rest,
        id: attributeIdOf(caller.scope.courseId, 'questionnaire', `${questionnaireId}/${key}`),
      }));
      await take(caller, 'questionnaire', taken);
      return view(caller);
    },

    async remove(caller: Caller, ids: readonly string[]): Promise<contract.AttributesView> {
      await forget(caller, ids);
      eventsWritten();
      return view(caller);
    },
  };
}
