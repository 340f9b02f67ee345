import type { TFunction } from 'i18next';
import type { Format } from '../../i18n/format.ts';
import type { Tone } from '../../ui/Badge.tsx';
import type { Project } from '../group-work/api.ts';
import type { GroupStanding } from './api.ts';

/** Something to say about how a group is, and how much it asks for a look. */
interface Word {
  readonly tone: Tone;
  readonly text: string;
}

/** How far a group is, in one line. */
export function progressText({ progress, milestones }: GroupStanding, t: TFunction): string {
  const { handedIn, toConfirm, missed, marked } = progress;
  const all = milestones.length;
  return [
    t('groupStandings.handedIn', { n: handedIn, all }),
    ...(toConfirm > 0 ? [t('groupStandings.toConfirm', { n: toConfirm })] : []),
    ...(missed > 0 ? [t('groupStandings.missed', { n: missed })] : []),
    ...(marked > 0 ? [t('groupStandings.marked', { n: marked })] : []),
  ].join(' · ');
}

export const titleOf = (project: Project, n: number): string =>
  project.milestones.find((one) => one.n === n)?.title ?? '';

/** What is known of how a group is: what asks for a look comes first. */
export function healthWords({ health }: GroupStanding, t: TFunction, format: Format): Word[] {
  const { checkIn, actions, dynamics } = health;
  const words: Word[] = [];
  if (dynamics && dynamics.low.length > 0) {
    const aspects = dynamics.low.map((aspect) => t(`teamDynamics.aspects.${aspect}`));
    words.push({ tone: 'warn', text: t('groupStandings.dynamics.low', { aspects: format.list(aspects) }) });
  }
  if (checkIn?.seen?.raisesQuestions === true)
    words.push({ tone: 'warn', text: t('groupStandings.checkIn.questions') });
  if (actions && actions.overdue > 0)
    words.push({ tone: 'warn', text: t('groupStandings.actions.overdue', { n: actions.overdue }) });
  if (actions && actions.open > actions.overdue)
    words.push({
      tone: 'neutral',
      text: t('groupStandings.actions.open', { n: actions.open - actions.overdue }),
    });
  if (dynamics?.low.length === 0) words.push({ tone: 'neutral', text: t('groupStandings.dynamics.fine') });
  if (checkIn) words.push({ tone: 'neutral', text: checkInText(checkIn, t, format) });
  if (words.length > 0) return words;
  return [{ tone: 'neutral', text: t(`groupStandings.${actions ? 'healthFine' : 'healthUnknown'}`) }];
}

function checkInText(
  { title, answered, asked, seen }: NonNullable<GroupStanding['health']['checkIn']>,
  t: TFunction,
  format: Format,
): string {
  if (!seen) return t('groupStandings.checkIn.few', { title, answered, asked });
  const { mean, levels } = seen;
  return mean === null
    ? t('groupStandings.checkIn.answered', { title, answered, asked })
    : t('groupStandings.checkIn.mean', { title, mean: format.number(mean), levels });
}

type Hint = GroupStanding['hints'][number];

/** Why the work of a group may be unevenly divided. */
export const hintText = (hint: Hint, t: TFunction, format: Format): string =>
  hint.kind === 'noTrace'
    ? t('groupStandings.hints.noTrace', { n: hint.count, people: hint.people })
    : t(`groupStandings.hints.${hint.kind}`, {
        percent: format.percent(hint.percent),
        people: hint.people,
      });
