import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fillPattern, frameOf, frameOrigins, isPattern, leadsTo } from './outside-links.ts';

const HOSTS = ['miro.com', 'mural.co', 'zoom.us'];

describe('where a link may lead', () => {
  test.each([
    ['the host itself', 'https://miro.com/app/board/x=/', true],
    ['a name below it', 'https://uni.zoom.us/j/1', true],
    ['a host that only ends alike', 'https://notzoom.us/j', false],
    ['no encryption', 'http://zoom.us/j', false],
    ['another port', 'https://zoom.us:8443/j', false],
    ['a script', 'javascript:alert(1)//zoom.us', false],
    ['a name before the host', 'https://zoom.us@evil.example/', false],
  ])('%s', (_rule, link, allowed) => {
    expect(leadsTo(link, HOSTS)).toBe(allowed);
  });
});

describe('a pattern', () => {
  test.each([
    ['the group in the path', 'https://miro.com/app/board/{group}', true],
    ['one address for all', 'https://zoom.us/j/1', true],
    ['the group as the host', 'https://{group}.zoom.us/j', false],
    ['the group as all of the host', 'https://{group}/zoom.us', false],
    ['another host', 'https://evil.example/{group}', false],
  ])('%s', (_rule, pattern, allowed) => {
    expect(isPattern(pattern, HOSTS)).toBe(allowed);
  });

  test.each([
    ['Red group', 'https://zoom.us/Red-group'],
    ['مجموعة ١', 'https://zoom.us/%D9%85%D8%AC%D9%85%D9%88%D8%B9%D8%A9-%D9%A1'],
    ['a/../b?c#d', 'https://zoom.us/a%2F..%2Fb%3Fc%23d'],
  ])('is filled with the name %s', (name, link) => {
    expect(fillPattern('https://zoom.us/{group}', name)).toBe(link);
  });

  test('leads to its host whatever a group is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (name) => {
        expect(leadsTo(fillPattern('https://miro.com/app/board/{group}/', name), HOSTS)).toBe(true);
      }),
    );
  });
});

describe('what is framed', () => {
  test.each([
    [
      'a board of Miro',
      'https://miro.com/app/board/uXjV_a-1=/',
      'https://miro.com/app/live-embed/uXjV_a-1=/',
    ],
    [
      'one with a place in it',
      'https://www.miro.com/app/board/uXjV=/?moveTo=1',
      'https://miro.com/app/live-embed/uXjV=/',
    ],
    ['another page of Miro', 'https://miro.com/app/dashboard/', null],
    ['a mural to be embedded', 'https://app.mural.co/embed/1a-2b', 'https://app.mural.co/embed/1a-2b'],
    ['a mural that must be signed in to', 'https://app.mural.co/t/x/m/y/1', null],
    ['a video room', 'https://zoom.us/j/1', null],
  ])('%s', (_rule, link, frame) => {
    expect(frameOf(link)).toBe(frame);
  });

  test('only hosts that the installation allows are framed', () => {
    expect(frameOrigins(HOSTS)).toEqual(['https://miro.com', 'https://app.mural.co']);
    expect(frameOrigins(['zoom.us'])).toEqual([]);
  });
});
