import { describe, expect, test } from '@jest/globals';
import type { TFunction } from 'i18next';
import { PeerReviewSettings } from '../../../../server/src/contracts/peer-review.ts';
import { plainTextOf } from '../../../../server/src/contracts/plain-text.ts';
import { maximumOf } from '../../../../server/src/contracts/rubric-rules.ts';
import { LANGUAGES } from '../../i18n/index.ts';
import { newForm } from './new-form.ts';
import { findInvalid, toSettings } from './settings-form.ts';
import { fromStarter, STARTERS } from './starters.ts';

const NOW = new Date(2026, 10, 22, 10, 0);

/** The texts of a language, by their whole keys: a missing one is told by its key. */
async function translate(language: string): Promise<TFunction> {
  const { further } = (await import(`../../i18n/${language}/further.ts`)) as { further: object };
  const t = (key: string): string => {
    let at: unknown = further;
    for (const part of key.split('.')) at = (at as Record<string, unknown> | undefined)?.[part];
    if (typeof at !== 'string') throw new Error(`${language} has no text ${key}`);
    return at;
  };
  return t as unknown as TFunction;
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(STARTERS)('“%s” is a form that can be saved as it is', async (starter) => {
    const t = await translate(language);
    const general = newForm('My course’s own title', t);
    const form = { ...general, ...fromStarter(starter, general, t, NOW) };
    expect(findInvalid(form)).toEqual({});
    const settings = PeerReviewSettings.parse(toSettings(form));
    expect(settings).toMatchObject({ title: 'My course’s own title', points: general.points });
    expect(maximumOf(settings.criteria)).toBeGreaterThan(0);
    if (starter !== 'general') {
      expect(plainTextOf(settings.instructions).split('\n')).toHaveLength(2);
      expect(settings.criteria).toHaveLength(4);
    }
  });
});

test('steps have their own lengths, and going back to the general one brings everything back', async () => {
  const t = await translate('en');
  const general = newForm('', t);
  expect(fromStarter('presentation', general, t, NOW)).toMatchObject({
    submissionsCloseAt: '2026-11-29T23:59',
    reviewsCloseAt: '2026-12-02T23:59',
    reviewsPerLearner: 4,
    columnsKind: 'work',
  });
  expect(fromStarter('code', general, t, NOW)).toMatchObject({ columnsKind: 'total', reviewingPercent: 20 });
  const { title: _title, points: _points, ...rest } = general;
  expect(fromStarter('general', general, t, NOW)).toEqual(rest);
});
