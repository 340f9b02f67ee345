import { describe, expect, test } from '@jest/globals';
import type { Preferences } from './api.ts';
import { findInvalid, toForm, toPreferences } from './preferences-form.ts';

const PREFERENCES: Preferences = {
  frequency: 'daily',
  frequencyHere: 'off',
  quietHours: { from: '21:00', to: '08:00' },
  zone: 'Europe/Berlin',
};

test.each<[string, Partial<Preferences>]>([
  ['everything chosen', {}],
  ['as in other courses', { frequencyHere: null }],
  ['no quiet hours', { quietHours: null }],
  ['the zone of the browser', { zone: null }],
])('the form gives back what it was filled with: %s', (_case, overrides) => {
  const preferences = { ...PREFERENCES, ...overrides };
  expect(toPreferences(toForm(preferences))).toEqual(preferences);
});

describe('what is wrong with quiet hours', () => {
  test.each([
    ['nothing', { from: '22:00', to: '07:00' }, {}],
    ['a beginning that is missing', { from: '', to: '07:00' }, { from: 'required' }],
    ['an end that is missing', { from: '22:00', to: '' }, { to: 'required' }],
    ['no time between the two', { from: '07:00', to: '07:00' }, { to: 'invalid' }],
    ['both missing', { from: '', to: '' }, { from: 'required', to: 'required' }],
  ])('%s', (_case, hours, expected) => {
    const form = { ...toForm(PREFERENCES), ...hours };
    expect(findInvalid(form)).toEqual(expected);
    expect(findInvalid({ ...form, isQuiet: false })).toEqual({});
  });
});
