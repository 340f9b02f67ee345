/** Days from Monday as people write them: English, German, French, Spanish, Arabic. */
const DAYS: readonly (readonly string[])[] = [
  ['mon', 'monday', 'mo', 'montag', 'lun', 'lundi', 'lunes', 'الاثنين', 'الإثنين', '1'],
  ['tue', 'tues', 'tuesday', 'di', 'die', 'dienstag', 'mar', 'mardi', 'martes', 'الثلاثاء', '2'],
  ['wed', 'wednesday', 'mi', 'mit', 'mittwoch', 'mer', 'mercredi', 'mie', 'miercoles', 'الأربعاء', '3'],
  [
    'thu',
    'thur',
    'thurs',
    'thursday',
    'do',
    'don',
    'donnerstag',
    'jeu',
    'jeudi',
    'jue',
    'jueves',
    'الخميس',
    '4',
  ],
  ['fri', 'friday', 'fr', 'fre', 'freitag', 'ven', 'vendredi', 'vie', 'viernes', 'الجمعة', '5'],
  ['sat', 'saturday', 'sa', 'sam', 'samstag', 'samedi', 'sab', 'sabado', 'السبت', '6'],
  ['sun', 'sunday', 'so', 'son', 'sonntag', 'dim', 'dimanche', 'dom', 'domingo', 'الأحد', '7'],
];
const DAY_OF = new Map(DAYS.flatMap((names, day) => names.map((name) => [bare(name), day] as const)));
const HOURS_OF_DAY = 24;

/** Without accents and case; Arabic letters with a sign above are written without it as often. */
function bare(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** An hour of the day, 0 to 24; a part of an hour does not count as free. Null: it is none. */
function hourIn(text: string, isEnd: boolean): number | null {
  const found = /^(\d{1,2})(?:[:.h](\d{2})?)?$/.exec(text.trim());
  if (!found) return null;
  const minutes = Number(found[2] ?? 0);
  const hour = Number(found[1]) + (!isEnd && minutes > 0 ? 1 : 0);
  return hour <= HOURS_OF_DAY && minutes < 60 ? hour : null;
}

/**
 * Hours of the week at which somebody is free, from 0 (Monday, midnight) to 167: "Mon 9-12, 14-16; Wed" are Monday's from
 * 9 to 12 and 14 to 16, and all of Wednesday.
 *
 * @returns sorted, without doubles; null when the text says no times
 */
export function readWeek(text: string): number[] | null {
  const hours = new Set<number>();
  let day: number | null = null;
  for (const part of text.split(/[;,/\n]+/)) {
    const found = /^\s*(?:([\p{L}\p{M}]+|[1-7](?=\s+\d))\.?)?\s*:?\s*(.*?)\s*$/u.exec(part);
    const [, name = '', times = ''] = found ?? [];
    if (name === '' && times === '') continue;
    if (name !== '') {
      const known = DAY_OF.get(bare(name));
      if (known === undefined) return null;
      day = known;
    }
    if (day === null) return null;
    const [first = '', last, ...more] = times === '' ? ['0', '24'] : times.split(/[-–—]/);
    const from = hourIn(first, false);
    const to = last === undefined ? null : hourIn(last, true);
    if (from === null || to === null || from > to || more.length > 0) return null;
    for (let hour = from; hour < to; hour++) hours.add(day * HOURS_OF_DAY + hour);
  }
  return day === null ? null : [...hours].sort((a, b) => a - b);
}
