import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Advice, adviceOn } from './coach.ts';

const context = { titles: ['Thesis and argument', 'Sprache'], isOfCriterion: false };

describe('what a comment lacks', () => {
  test.each<[string, string, Advice[]]>([
    ['nothing is said of what is not written', '  ', []],
    ['praise alone', 'Good work!', ['length', 'passage', 'action']],
    [
      'long praise of nothing',
      'I really liked reading all of this because it was so good and nice to read.',
      ['passage', 'action'],
    ],
    [
      'a passage, no action',
      'The second paragraph shows very well how both ideas are related to one another.',
      ['action'],
    ],
    [
      'a quotation is a passage',
      'I do not see what “carry on” refers to here, and you could say who does it.',
      [],
    ],
    [
      'a number is a passage',
      'On p. 3 the result differs from what you say before, so you should check both.',
      [],
    ],
    [
      'the name of a criterion is one',
      'The thesis is hidden at the end of it all; try to say it at once and plainly.',
      [],
    ],
    [
      'but a small word of a title is none',
      'Nice and easy to read and to follow for me, and I would like some more of it.',
      ['passage'],
    ],
    [
      'a question suggests something',
      'In the introduction you name three reasons: which of them matters most to you?',
      [],
    ],
    ['short but to the point', 'Add a source in line 4.', ['length']],
  ])('English: %s', (_rule, text, expected) => {
    expect(adviceOn(text, context)).toEqual(expected);
  });

  test.each<[string, string, string]>([
    [
      'German',
      'Sehr schön und angenehm geschrieben, ich habe das alles wirklich gern und mit Freude gelesen.',
      'Im zweiten Absatz fehlt mir der Grund dafür; Sie könnten dort eine Quelle nennen, die das zeigt.',
    ],
    [
      'French',
      'Très bien écrit et agréable, j’ai vraiment beaucoup aimé lire tout cela avec un grand plaisir.',
      'Dans la deuxième partie, il manque une raison ; vous pourriez citer une source qui le montre bien.',
    ],
    [
      'Spanish',
      'Muy bien escrito y agradable, me ha gustado de verdad leer todo esto con mucho interés y calma.',
      'En el segundo párrafo no se ve la razón; podría citar una fuente que muestre bien lo que dice.',
    ],
    [
      'Arabic',
      'نص جميل وممتع جدًا وقد أعجبني كثيرًا أن أقرأه كله من أوله إلى آخره اليوم',
      'في الفقرة الثانية لا أرى السبب، ويمكنك أن تضيف مصدرًا يبيّن ذلك بوضوح للقارئ هنا',
    ],
  ])('%s: praise lacks both, what is specific lacks nothing', (_language, praise, specific) => {
    expect(adviceOn(praise, context)).toEqual(['passage', 'action']);
    expect(adviceOn(specific, context)).toEqual([]);
  });

  test.each<[string, string]>([
    [
      'the vowel signs of Arabic',
      'في الفِقْرةِ الثانية أُحاوِلُ أن أفهم السبب، وَجَرِّبْ أن تذكر مصدرًا واحدًا على الأقل هنا',
    ],
    [
      'missing accents',
      'En el segundo parrafo no se ve la razon; podria citar una fuente que la muestre con datos.',
    ],
    [
      'capitals',
      'IN THE INTRODUCTION THE REASON IS MISSING, YOU SHOULD NAME A SOURCE THAT SHOWS IT TO READERS.',
    ],
  ])('%s do not matter', (_rule, text) => {
    expect(adviceOn(text, context)).toEqual([]);
  });

  test.each<[string, string, Advice[]]>([
    ['length', '很好', ['length']],
    ['and nothing else', '这篇文章的结构很清楚，但是第二段的论据不够充分，读者很难理解作者的意思。', []],
  ])('where no list fits, only the signs of every script count: %s', (_rule, text, expected) => {
    expect(adviceOn(text, context)).toEqual(expected);
  });

  test('beside comments on passages one needs to name none', () => {
    const vague = 'It is nice, you could give many more reasons for what you say all the time though.';
    expect(adviceOn(vague, context)).toEqual(['passage']);
    expect(adviceOn(vague, { ...context, hasPassages: true })).toEqual([]);
  });

  test('a comment on a criterion says by its place what it is about', () => {
    const onCriterion = { ...context, isOfCriterion: true };
    expect(adviceOn('You could be much more precise in this respect.', onCriterion)).toEqual([]);
    expect(adviceOn('Fine.', onCriterion)).toEqual(['length', 'action']);
  });
});

test('any text gets an answer, and writing on never makes it too short again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const before = adviceOn(text, context).includes('length');
      const after = adviceOn(`${text} and one more thing to say of this`, context).includes('length');
      return before || !after || text.trim() === '';
    }),
  );
});
