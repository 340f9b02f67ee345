import type { Item } from '../../server/src/contracts/questionnaire-rules.ts';

/** An id that a test can read. */
export const idOf = (name: string): string => Buffer.from(name).toString('hex').padEnd(32, '0').slice(0, 32);

const option = (text: string) => ({ id: idOf(text), text });
const common = (name: string) => ({
  id: idOf(name),
  text: `About ${name}?`,
  hint: '',
  required: false,
  showIf: null,
});

/** One item of each kind by the name of its kind; options are named by their texts. */
export const ITEMS = {
  oneChoice: { ...common('one'), kind: 'oneChoice', options: [option('Yes'), option('No')] },
  manyChoice: {
    ...common('many'),
    kind: 'manyChoice',
    options: [option('Red'), option('Green'), option('Blue')],
  },
  scale: { ...common('scale'), kind: 'scale', from: 1, to: 5, fromText: 'never', toText: 'always' },
  matrix: {
    ...common('matrix'),
    kind: 'matrix',
    rows: [option('Talk'), option('Listen')],
    columns: [option('Low'), option('High')],
  },
  text: { ...common('text'), kind: 'text' },
  number: { ...common('number'), kind: 'number', min: 0, max: 10 },
  date: { ...common('date'), kind: 'date' },
  file: { ...common('file'), kind: 'file' },
} as const satisfies Record<Item['kind'], unknown>;

type Kind = Item['kind'];

/** An item of a kind, changed where a test wants it. */
export const buildItem = (kind: Kind, overrides: Record<string, unknown> = {}): Item =>
  ({ ...ITEMS[kind], ...overrides }) as unknown as Item;

const KEYS = {
  oneChoice: {
    right: [idOf('Yes')],
    points: 2,
    feedback: 'So it is.',
    optionFeedback: { [idOf('No')]: 'Look again.' },
  },
  manyChoice: { right: [idOf('Red'), idOf('Green')], points: 4, feedback: '', optionFeedback: {} },
  number: { right: 7, tolerance: 0.5, points: 1, feedback: 'Seven.' },
} as const;

/** An item with a key: yes for two points; red and green for four; seven for one. */
export const keyed = (kind: keyof typeof KEYS, key: Record<string, unknown> = {}): Item =>
  buildItem(kind, { key: { ...KEYS[kind], ...key } });

/** A required choice, and a text for those who said yes. */
export const branchedItems = (): Item[] => [
  buildItem('oneChoice', { required: true }),
  buildItem('text', { required: true, showIf: { itemId: idOf('one'), optionId: idOf('Yes') } }),
];

export const buildQuestionnaire = (overrides: Record<string, unknown> = {}) => ({
  title: 'How are you?',
  intro: '',
  visibility: 'confidential',
  opensAt: null,
  closesAt: null,
  items: branchedItems(),
  ...overrides,
});
