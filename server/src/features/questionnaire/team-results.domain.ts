import { isChoice, type Item } from '../../contracts/questionnaire-rules.ts';
import type { Answered } from './questionnaire.domain.ts';
import { tally } from './results.domain.ts';
import { percentOf, type Score, scoreAnswers } from './scoring.domain.ts';
import { combinedOf, type TeamSheet } from './team.domain.ts';
import { answersTo, checkIn, type OfVersion } from './version-results.domain.ts';

/** What groups have sent to a version. */
const ofVersion = ({ version }: OfVersion, sent: readonly TeamSheet[]): TeamSheet[] =>
  sent.filter((sheet) => sheet.version === version);

const isPlotted = (item: Item): boolean => isChoice(item) || item.kind === 'scale';

const shareOf = (count: number, all: number): number =>
  all === 0 ? 0 : Math.round((1000 * count) / all) / 10;

/** How groups have done beside their people alone; null where groups are not asked. */
export function teamResultsOf(found: OfVersion, all: readonly Answered[], sent: readonly TeamSheet[]) {
  if (found.questionnaire.settings.team === undefined) return null;
  const sheets = ofVersion(found, sent);
  const items = found.items.filter(isPlotted);
  const alone = answersTo(found, all).answers.map(({ answers }) => answers);
  const own = tally(items, alone, null, false)?.tallies ?? [];
  const team =
    tally(
      items,
      sheets.map(({ answers }) => answers),
      null,
      false,
    )?.tallies ?? [];
  const percents =
    checkIn(found) === null
      ? []
      : sheets.map((sheet) => percentOf(scoreAnswers(found.items, sheet.answers))).sort((a, b) => a - b);
  return {
    groups: sheets.length,
    percents,
    mean: percents.length === 0 ? null : percents.reduce((sum, one) => sum + one, 0) / percents.length,
    items: items.map(({ id }, index) => {
      const theirs = new Map(team[index]?.counts.map(({ key, count }) => [key, count]));
      return {
        itemId: id,
        counts: (own[index]?.counts ?? []).map(({ key, count }) => ({
          key,
          own: shareOf(count, own[index]?.answered ?? 0),
          team: shareOf(theirs.get(key) ?? 0, team[index]?.answered ?? 0),
        })),
      };
    }),
  };
}

/** What the group of somebody has reached in this version, and what that makes with the own answers. */
export interface OfTeam {
  readonly group: string | null;
  readonly score: Pick<Score, 'points' | 'possible'> | null;
  readonly percent: number | null;
}

/**
 * What counts for each member beside the own answers. An earlier version that the group has answered was scored by other
 * questions: it is no part of this one's table.
 *
 * @param scoreOf null where nothing is scored.
 */
export function teamsByMember(
  found: OfVersion,
  sent: readonly TeamSheet[],
  scoreOf: (answered: Answered) => Score | null,
) {
  const { team } = found.questionnaire.settings;
  const sheets = new Map(
    ofVersion(found, sent).flatMap((sheet) => sheet.memberIds.map((memberId) => [memberId, sheet])),
  );
  return (answered: Answered): OfTeam | null => {
    if (team === undefined) return null;
    const sheet = sheets.get(answered.memberId ?? '');
    const own = scoreOf(answered);
    const score = sheet && own ? scoreAnswers(found.items, sheet.answers) : null;
    return {
      group: sheet?.name ?? null,
      score,
      percent: own && combinedOf(own, score, team.percent).percent,
    };
  };
}

/** What a group has reached by itself. */
export function groupScore(found: OfVersion, sheet: TeamSheet): Pick<OfTeam, 'score' | 'percent'> {
  const score = checkIn(found) === null ? null : scoreAnswers(found.items, sheet.answers);
  return { score, percent: score && percentOf(score) };
}
