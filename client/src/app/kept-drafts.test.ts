import { expect, test } from '@jest/globals';
import { makeDraftKeeper } from './kept-drafts.ts';
import { memoryTab } from './memory-tab.ts';

test('a text is found again by its writer alone', () => {
  const { tab: storage } = memoryTab();
  makeDraftKeeper(storage, 'ada').write('submission:a', { value: 'Bridges', revision: 3 });
  expect(makeDraftKeeper(storage, 'ada').read('submission:a')).toEqual({ value: 'Bridges', revision: 3 });
  expect(makeDraftKeeper(storage, 'bo').read('submission:a')).toBeNull();
  expect(makeDraftKeeper(storage, 'ada').read('submission:b')).toBeNull();
});

test('it goes when it is saved', () => {
  const keeper = makeDraftKeeper(memoryTab().tab, 'ada');
  keeper.write('x', { value: 'Bridges', revision: 3 });
  keeper.remove('x');
  expect(keeper.read('x')).toBeNull();
});

test.each(['{', 'null', '5', '{"value":"x"}', '{"revision":1}'])('%s in its place is nothing', (text) => {
  const { tab: storage } = memoryTab();
  storage.write('draft.ada.x', text);
  expect(makeDraftKeeper(storage, 'ada').read('x')).toBeNull();
});
