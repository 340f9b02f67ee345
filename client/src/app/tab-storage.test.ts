import { describe, expect, test } from '@jest/globals';
import { blockedTab, memoryTab } from './memory-tab.ts';
import { makeCookieNotes, makePageNotes } from './tab-storage.ts';

/** A jar as a page sees it: what is set with Max-Age=0 goes. */
function jar() {
  const kept = new Map<string, string>();
  const set: string[] = [];
  return {
    set,
    get cookie(): string {
      return [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
    },
    set cookie(text: string) {
      set.push(text);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      if (text.includes('Max-Age=0')) kept.delete(name);
      else kept.set(name, value);
    },
  };
}

describe.each([
  ['the tab’s storage', () => memoryTab().tab],
  ['a cookie of the partition', () => makeCookieNotes(jar(), '/app/p/k1')],
])('%s', (_what, make) => {
  test('gives back what it was given, until it is removed', () => {
    const notes = make();
    notes.write('page', '{"path":"/a;b=c d, ü"}');
    expect(notes.read('page')).toBe('{"path":"/a;b=c d, ü"}');
    expect(notes.read('other')).toBeNull();
    notes.remove('page');
    expect(notes.read('page')).toBeNull();
  });
});

test('the cookie stays in its partition and below its deployment, for a day', () => {
  const cookies = jar();
  makeCookieNotes(cookies, '/app/p/k1').write('page', 'x');
  expect(cookies.set).toEqual([
    'rt_page=x; Path=/app/p/k1; Max-Age=86400; Secure; SameSite=None; Partitioned',
  ]);
});

test('a tab notes a page where the frame of the LMS finds it, once; a frame notes nothing for others', () => {
  const cookies = jar();
  const shared = () => makeCookieNotes(cookies, '/app/p/k1', 'all');
  const [tab, frame] = [
    makePageNotes(memoryTab().tab, shared(), true),
    makePageNotes(memoryTab().tab, shared(), false),
  ];
  tab.write('page', 'x');
  expect(cookies.set).toEqual(['rt_page=x; Path=/app/p/k1; Max-Age=86400; Secure; SameSite=None']);
  expect(frame.read('page')).toBe('x');
  frame.remove('page');
  expect(frame.read('page')).toBeNull();
  frame.write('page', 'y');
  expect([frame.read('page'), cookies.cookie]).toEqual(['y', '']);
});

test('a blocked storage keeps nothing, says so and does not fail', () => {
  const tab = blockedTab();
  tab.write('x', 'y');
  tab.remove('x');
  expect([tab.works, tab.read('x')]).toEqual([false, null]);
  expect(memoryTab().tab.works).toBe(true);
});
