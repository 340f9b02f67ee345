/** Discussions: tags of threads, their authors, and who reads earlier versions. */
export const threadTags = {
  tag: 'Schlagwort',
  all: 'Alle Schlagwörter',
  author: 'Verfasst von',
  choose: 'Schlagwörter',
  tooMany: 'Höchstens {{max}} Schlagwörter.',
  setUp: {
    tags: 'Schlagwörter für Themen',
    tagsHint: 'Eines pro Zeile. Wer ein Thema beginnt, wählt daraus; wer liest, filtert danach.',
    wrong: 'Höchstens {{max}} verschiedene Schlagwörter mit je höchstens {{length}} Zeichen.',
    history: 'Wer frühere Fassungen von Beiträgen liest',
    readers: { staff: 'Lehrende', all: 'Alle, die den Beitrag lesen' },
    historyHint:
      'Das gilt auch für Fassungen, die schon da sind. Bei gelöschten und verborgenen Beiträgen sehen sie nur Lehrende.',
  },
} as const;
