import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Answers, Item } from '../../contracts/questionnaire-rules.ts';
import type { AnswerSource } from '../course/index.ts';
import type { AnswerStore } from './answers.store.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';

interface Ports {
  readonly store: Pick<QuestionnaireStore, 'listPublished' | 'find'>;
  readonly answers: Pick<AnswerStore, 'listAll'>;
}

/** Questionnaires to choose from: the newest. */
const SHOWN_MAX = 100;
const NAME_MAX = 100;

/** What one item tells of each who answers it. */
interface Told {
  readonly key: string;
  readonly name: string;
  readonly type: 'category' | 'number';
  readonly valueIn: (answers: Answers) => string | number | undefined;
}

const shortened = (text: string): string =>
  text.length > NAME_MAX ? `${text.slice(0, NAME_MAX - 1)}…` : text;

/** An item as something that is known of people; of a grid each row. Texts, files and rows that are people tell nothing. */
function toldBy(item: Item): Told[] {
  if (item.kind === 'oneChoice') {
    const texts = new Map(item.options.map(({ id, text }) => [id, text]));
    const valueIn = ({ [item.id]: chosen }: Answers) =>
      typeof chosen === 'string'
        ? texts.get(chosen)
        : Array.isArray(chosen)
          ? texts.get(chosen[0] ?? '')
          : undefined;
    return [{ key: item.id, name: shortened(item.text), type: 'category', valueIn }];
  }
  if (item.kind === 'scale' || item.kind === 'number') {
    const valueIn = ({ [item.id]: value }: Answers) => (typeof value === 'number' ? value : undefined);
    return [{ key: item.id, name: shortened(item.text), type: 'number', valueIn }];
  }
  if (item.kind !== 'matrix' || item.groupRows !== undefined) return [];
  const texts = new Map(item.columns.map(({ id, text }) => [id, text]));
  return item.rows.map((row) => ({
    key: `${item.id}/${row.id}`,
    name: shortened(`${item.text}: ${row.text}`),
    type: 'category',
    valueIn({ [item.id]: chosen }) {
      const isGrid = typeof chosen === 'object' && !Array.isArray(chosen);
      return isGrid ? texts.get(chosen[row.id] ?? '') : undefined;
    },
  }));
}

/** Answers by which groups can be formed: the items of the present version, the last that each person has sent. */
export const createAttributeSource = ({ store, answers }: Ports): AnswerSource => ({
  async list(scope: CourseScope) {
    const found = await store.listPublished(scope, null, SHOWN_MAX);
    return found
      .filter(({ settings }) => settings.visibility !== 'anonymous')
      .map(({ id, settings }) => ({
        id,
        title: settings.title,
        items: settings.items.flatMap(toldBy).map(({ key, name, type }) => ({ key, name, type })),
      }))
      .filter(({ items }) => items.length > 0);
  },

  async read(scope, questionnaireId, keys) {
    const [questionnaire, all] = await Promise.all([
      store.find(scope, questionnaireId),
      answers.listAll(scope, questionnaireId),
    ]);
    if (!questionnaire || questionnaire.state === 'draft') {
      throw new AppError('NOT_FOUND', { kind: 'questionnaire' });
    }
    if (questionnaire.settings.visibility === 'anonymous') throw new AppError('ANSWERS_ANONYMOUS');
    const inOrder = all.toSorted((a, b) => Number(a.submittedAt) - Number(b.submittedAt));
    return questionnaire.settings.items
      .flatMap(toldBy)
      .filter(({ key }) => keys.includes(key))
      .map(({ valueIn, ...told }) => {
        const values = new Map<string, string | number>();
        for (const { memberId, answers: given } of inOrder) {
          const value = valueIn(given);
          if (memberId !== null && value !== undefined) values.set(memberId, value);
        }
        return { ...told, values };
      });
  },
});
