import { cellsOf, headingsOf, withFileNames, withPeople } from '../../contracts/questionnaire-cells.ts';
import type { Csv } from '../../platform/csv/ports.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AnswerFiles } from './answer-files.service.ts';
import type { AnswerStore } from './answers.store.ts';
import { type Headings, headingsIn } from './export.views.ts';
import type { VersionFinder } from './find-version.service.ts';
import type { Answered } from './questionnaire.domain.ts';
import { countedRows } from './results.domain.ts';
import type { TeamSheet } from './team.domain.ts';
import { groupScore, type OfTeam, teamsByMember } from './team-results.domain.ts';
import type { TeamSheetStore } from './team-sheets.store.ts';
import { checkIn, type OfVersion, roundsIn, scorerOf, tallyOf } from './version-results.domain.ts';

interface Ports {
  readonly versions: VersionFinder;
  readonly answers: Pick<AnswerStore, 'listAll'>;
  readonly answerFiles: Pick<AnswerFiles, 'ofAnswers'>;
  readonly teams: Pick<TeamSheetStore, 'listSent'>;
  readonly csv: Pick<Csv, 'write'>;
}

/** A group, and where there are scores its points and what counts in percent. */
const teamCells = (team: OfTeam | null, isScored: boolean): string[] => [
  team?.group ?? '',
  ...(isScored ? [String(team?.score?.points ?? ''), String(team?.percent ?? '')] : []),
];

export type ExportService = ReturnType<typeof createExportService>;

/** Answers as a file. */
export function createExportService({ versions, answers, answerFiles, teams, csv }: Ports) {
  /** What was counted, round by round. */
  function countedLines(found: OfVersion, all: readonly Answered[], headings: Headings): string[][] {
    const isRepeated = found.questionnaire.settings.repeat !== undefined;
    const lines = roundsIn(found, all).flatMap(({ round }) => {
      const { tallied } = tallyOf({ ...found, round }, all, null);
      return found.items.flatMap((item, index) => {
        const counts = tallied?.tallies[index];
        return counts
          ? countedRows(item, counts).map((row) => (isRepeated ? [String(round), ...row] : row))
          : [];
      });
    });
    const { round, question, answer, count } = headings;
    return [[...(isRepeated ? [round] : []), question, answer, count], ...lines];
  }

  /** A line per person, round and attempt. */
  function namedLines(
    found: OfVersion,
    { rows, sheets }: { readonly rows: readonly Answered[]; readonly sheets: readonly TeamSheet[] },
    nameOf: (memberId: string) => string | null,
    headings: Headings,
  ): string[][] {
    const isRepeated = found.questionnaire.settings.repeat !== undefined;
    const scoreOf = scorerOf(found);
    const about = new Set(rows.flatMap(({ groups = [] }) => groups.flatMap(({ memberIds }) => memberIds)));
    const items = withPeople(
      found.items,
      [...about].map((id) => ({ id, text: nameOf(id) ?? '' })),
    );
    const isForTeams = found.questionnaire.settings.team !== undefined;
    const teamOf = teamsByMember(found, sheets, scoreOf);
    const { name, sent, round, attempt, points, possible } = headings;
    const lines = rows
      .toSorted((a, b) => Number(a.submittedAt) - Number(b.submittedAt))
      .map((row) => {
        const score = scoreOf(row);
        return [
          nameOf(row.memberId ?? '') ?? '',
          row.submittedAt?.toISOString() ?? '',
          ...(isRepeated ? [String(row.round)] : []),
          ...(score === null ? [] : [row.attempt, score.points, score.possible].map(String)),
          ...(isForTeams ? teamCells(teamOf(row), score !== null) : []),
          ...items.flatMap((item) => cellsOf(item, row.answers[item.id])),
        ];
      });
    const ofRounds = isRepeated ? [round] : [];
    const ofCheck = checkIn(found) === null ? [] : [attempt, points, possible];
    const { group, teamPoints, together } = headings;
    const ofTeams = isForTeams ? [group, ...(ofCheck.length > 0 ? [teamPoints, together] : [])] : [];
    // Those of groups come after those of people: without anybody's name.
    const ofGroups = sheets
      .filter((sheet) => isForTeams && sheet.version === found.version)
      .map((sheet) => [
        '',
        sheet.sentAt?.toISOString() ?? '',
        ...ofCheck.map(() => ''),
        ...teamCells({ group: sheet.name, ...groupScore(found, sheet) }, ofCheck.length > 0),
        ...items.flatMap((item) => cellsOf(item, sheet.answers[item.id])),
      ]);
    const heads = [name, sent, ...ofRounds, ...ofCheck, ...ofTeams, ...items.flatMap(headingsOf)];
    return [heads, ...lines, ...ofGroups];
  }

  return {
    /** All rounds of a version, with headings in the language of a locale. @throws AppError NOT_FOUND */
    async exportFile(
      { scope }: Caller,
      id: string,
      version: number | undefined,
      locale: string | undefined,
    ): Promise<{ csv: string }> {
      const [found, all, sent] = await Promise.all([
        versions.getVersion(scope, id, { version }),
        answers.listAll(scope, id),
        teams.listSent(scope, id),
      ]);
      const headings = headingsIn(locale);
      if (found.questionnaire.settings.visibility === 'anonymous') {
        return { csv: csv.write(countedLines(found, all, headings)) };
      }
      const rows = all.filter((answer) => answer.version === found.version);
      const [nameOf, files] = await Promise.all([
        versions.namesOf(scope, rows),
        answerFiles.ofAnswers(scope, found.items, rows),
      ]);
      const fileNames = new Map(files.map((file) => [file.id, file.name]));
      const shown = rows.map((row) => ({
        ...row,
        answers: withFileNames(found.items, row.answers, fileNames),
      }));
      return { csv: csv.write(namedLines(found, { rows: shown, sheets: sent }, nameOf, headings)) };
    },
  };
}
