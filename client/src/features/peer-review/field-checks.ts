import type { Invalid } from './invalid.ts';

/** What is wrong with the value of a field; null: nothing. */

export const percent = (value: number): Invalid | null =>
  value >= 0 && value <= 100 ? null : { because: 'percent', max: 100 };

export const whole = (value: number, max: number): Invalid | null =>
  Number.isInteger(value) && value >= 0 && value <= max ? null : { because: 'whole', max };

export function text(value: string, max: number, isRequired: boolean): Invalid | null {
  if (isRequired && value.trim() === '') return { because: 'required' };
  return value.length > max ? { because: 'tooLong', max } : null;
}

export const points = (value: number, max: number): Invalid | null =>
  value > 0 && value <= max ? null : { because: 'points', max };

export const count = (value: number, max: number): Invalid | null =>
  Number.isInteger(value) && value >= 1 && value <= max ? null : { because: 'count', max };

export const date = (value: string): Invalid | null =>
  Number.isNaN(Date.parse(value)) ? { because: 'date' } : null;
