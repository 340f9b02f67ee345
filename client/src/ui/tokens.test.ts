import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What the browser would show for each colour token, and whether people can see it: WCAG 2.2 AA, §1.4.3 and §1.4.11. */

type Rgb = readonly [red: number, green: number, blue: number];
type Scheme = 'light' | 'dark';

const TEXT = 4.5;
const SHAPE = 3;
/** In OKLab, five times what one can just tell apart side by side. */
const CLEARLY_DIFFERENT = 0.1;

const tokens = new Map(
  [
    ...(/:root \{([^}]*)\}/
      .exec(readFileSync(fileURLToPath(new URL('tokens.css', import.meta.url)), 'utf8'))?.[1]
      ?.matchAll(/--([\w-]+):\s*([^;]+);/g) ?? []),
  ].map(([, name = '', value = '']) => [name, value.replaceAll(/\s+/g, ' ').trim()]),
);

/** Splits at a sign, except within brackets. */
function split(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === separator && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  return parts.map((part) => part.trim());
}

/** The half of `light-dark(a, b)` that this scheme shows. */
function half(value: string, scheme: Scheme): string {
  const inside = /^light-dark\((.*)\)$/.exec(value)?.[1];
  if (inside === undefined) return value;
  return split(inside, ',')[scheme === 'light' ? 0 : 1] ?? '';
}

const linear = (channel: number) =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
const clip = (value: number) => Math.min(1, Math.max(0, value));

function parseHex(hex: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return [red, green, blue];
}

/** Björn Ottosson's OKLab, of linear sRGB. */
function toOklab([red, green, blue]: Rgb): Rgb {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

function fromOklch(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  // What a screen cannot show is clipped, as browsers do.
  return [
    clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

/** One number of a relative colour: `0.3`, `l`, `min(c, 0.15)`, `clamp(0.22, calc(l - 0.08), 0.4)`. */
function evaluate(expression: string, values: Record<string, number>): number {
  const call = /^(min|clamp|calc)\((.*)\)$/.exec(expression);
  if (call?.[1] === 'calc') {
    const [left = '', sign = '+', right = ''] = (call[2] ?? '').split(' ');
    return evaluate(left, values) + (sign === '-' ? -1 : 1) * evaluate(right, values);
  }
  if (call !== null) {
    const [first = 0, second = 0, third = 0] = split(call[2] ?? '', ',').map((part) =>
      evaluate(part, values),
    );
    return call[1] === 'min' ? Math.min(first, second) : Math.min(Math.max(first, second), third);
  }
  const value = values[expression] ?? Number(expression);
  if (Number.isNaN(value)) throw new Error(`not understood: ${expression}`);
  return value;
}

function colorOf(name: string, scheme: Scheme, brand: string): Rgb {
  const value = half(tokens.get(name) ?? '', scheme);
  if (/^#[\da-f]{6}$/.test(value)) return parseHex(value);
  const parts = split(/^oklch\(from var\(--brand\) (.+)\)$/.exec(value)?.[1] ?? '', ' ');
  if (parts.length !== 3) throw new Error(`--${name} is not understood: ${value}`);
  const [l, a, b] = toOklab(parseHex(brand));
  const values = { l, c: Math.hypot(a, b), h: Math.atan2(b, a) };
  const [lightness = 0, chroma = 0, hue = 0] = parts.map((part) => evaluate(part, values));
  return fromOklch(lightness, chroma, hue);
}

const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['page', 'surface', 'raised', 'field'];
const SOFT_GROUNDS = ['accent-soft', 'good-soft', 'warn-soft', 'bad-soft'];

/** Which colour stands on which, and how well one must tell them apart. */
const PAIRS: readonly (readonly [front: string, back: string, least: number])[] = [
  ...[...GROUNDS, ...SOFT_GROUNDS].flatMap((ground) => [
    ['text', ground, TEXT] as const,
    ['muted', ground, TEXT] as const,
  ]),
  ...['accent', 'accent-hover', 'good', 'warn', 'bad'].flatMap((front) =>
    GROUNDS.map((ground) => [front, ground, TEXT] as const),
  ),
  ...['accent', 'good', 'warn', 'bad'].map((front) => [front, `${front}-soft`, TEXT] as const),
  ['accent-hover', 'accent-soft', TEXT],
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-hover', TEXT],
  ...GROUNDS.map((ground) => ['border-strong', ground, SHAPE] as const),
  ...[1, 2, 3, 4, 5, 6].flatMap((n) => [[`series-${n}`, 'page', SHAPE] as const]),
  ...[1, 2, 3].map((n) => ['text', `scale-${n}`, TEXT] as const),
  ...[4, 5].map((n) => ['page', `scale-${n}`, TEXT] as const),
];

/** The default, Moodle's and Canvas's own, and brands at the edges: black, white, the pure colours, a pale one. */
const BRANDS = [
  /#[\da-f]{6}/.exec(tokens.get('brand') ?? '')?.[0] ?? '',
  '#0f6cbf',
  '#0374b5',
  '#000000',
  '#ffffff',
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#ffff00',
  '#00ffff',
  '#ff00ff',
  '#ffd9ec',
  '#5a2d0c',
];

describe.each(['light', 'dark'] as const)('in %s colours', (scheme) => {
  test.each(BRANDS)(
    'whatever the brand (%s), text and controls stand out from what is behind them',
    (brand) => {
      const tooWeak = PAIRS.map(([front, back, least]) => ({
        pair: `${front} on ${back}`,
        least,
        is: Math.round(contrast(colorOf(front, scheme, brand), colorOf(back, scheme, brand)) * 100) / 100,
      })).filter(({ least, is }) => is < least);
      expect(tooWeak).toEqual([]);
    },
  );

  test('the series of a chart differ for every kind of colour vision', () => {
    const series = [1, 2, 3, 4, 5, 6].map((n) => colorOf(`series-${n}`, scheme, '#0f5fa8'));
    for (const [vision, matrix] of Object.entries(VISIONS)) {
      const seen = series.map((color) => toOklab(through(matrix, color)));
      const distances = seen.flatMap((one, index) =>
        seen
          .slice(index + 1)
          .map((other) => Math.hypot(...one.map((value, axis) => value - (other[axis] ?? 0)))),
      );
      expect({ vision, isClear: Math.min(...distances) > CLEARLY_DIFFERENT }).toEqual({
        vision,
        isClear: true,
      });
    }
  });
});

type Matrix = readonly [Rgb, Rgb, Rgb];

/** Machado, Oliveira and Fernandes 2009: how colours look without one kind of cone. */
const VISIONS: Record<string, Matrix> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const through = (matrix: Matrix, color: Rgb): Rgb => {
  const [red = 0, green = 0, blue = 0] = matrix.map((row) =>
    clip(row[0] * color[0] + row[1] * color[1] + row[2] * color[2]),
  );
  return [red, green, blue];
};
