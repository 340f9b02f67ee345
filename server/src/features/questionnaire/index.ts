import { createAnswerFiles } from './answer-files.service.ts';
import { createAnswerService } from './answer.service.ts';
import { createAnswerStore } from './answers.store.ts';
import { createAttributeSource } from './attribute-source.service.ts';
import { createChecks } from './checks.service.ts';
import { createEvaluationSource } from './evaluation-source.service.ts';
import { createExportService } from './export.service.ts';
import { createVersionFinder } from './find-version.service.ts';
import { createGradeFollower, createGradeSource } from './grade-source.service.ts';
import { createQuestionnaireNotices } from './notice-source.service.ts';
import { createMatterSource } from './matter-source.service.ts';
import { createMemberEvaluationService } from './member-evaluation.service.ts';
import { createOwnGroups } from './own-groups.service.ts';
import { createPatternMatters } from './pattern-matters.service.ts';
import { createQuestionBankService } from './question-bank.service.ts';
import { createQuestionBankStore } from './question-bank.store.ts';
import {
  memberEvaluationRoutes,
  questionBankRoutes,
  questionnaireRoutes,
  teamRoutes,
} from './questionnaire.routes.ts';
import { createQuestionnaireService } from './questionnaire.service.ts';
import { createQuestionnaireStore } from './questionnaire.store.ts';
import { createNoticeSettling } from './settle-notices.service.ts';
import { createTeamSheetStore } from './team-sheets.store.ts';
import { createTeamService } from './team.service.ts';
import { createResultsService } from './results.service.ts';

export type { EvaluationRound, EvaluationSource } from './evaluation-source.service.ts';

type GradePorts = Parameters<typeof createGradeFollower>[0];

interface Ports {
  readonly connection: Parameters<typeof createQuestionnaireStore>[0];
  readonly course: Parameters<typeof createVersionFinder>[0]['course'] &
    GradePorts['course'] &
    Parameters<typeof createQuestionnaireNotices>[0]['course'];
  readonly groups: Parameters<typeof createOwnGroups>[0]['groups'] &
    Parameters<typeof createTeamService>[0]['groups'];
  readonly files: Parameters<typeof createAnswerFiles>[0]['files'];
  readonly jobs: GradePorts['jobs'];
  readonly grades: GradePorts['grades'];
  readonly csv: Parameters<typeof createExportService>[0]['csv'];
  readonly clock: Parameters<typeof createAnswerService>[0]['clock'];
  readonly eventsWritten: () => void;
}

/** Questionnaires: made by staff, answered by learners, shown to staff as counts. */
export function createQuestionnaires({ connection, ...ports }: Ports) {
  const settling = createNoticeSettling();
  const shared = {
    ...ports,
    settleNotices: settling.settleNotices,
    store: createQuestionnaireStore(connection),
    answers: createAnswerStore(connection),
    ownGroups: createOwnGroups(ports),
    teams: createTeamSheetStore(connection),
    bank: createQuestionBankStore(connection),
  };
  const gradeSource = createGradeSource(shared);
  const answerFiles = createAnswerFiles(shared);
  const versions = createVersionFinder(shared);
  const teamService = createTeamService(shared);
  return {
    /** Where the gradebook finds the scores of a questionnaire. */
    findGradeSource: async (...of: Parameters<typeof shared.store.find>) =>
      (await shared.store.find(...of)) && gradeSource,
    /** Answers by which groups can be formed. */
    attributeSource: createAttributeSource(shared),
    checks: createChecks(shared.store, gradeSource),
    /** Asks for grades as answers come. */
    gradeConsumer: createGradeFollower(shared),
    /** Who may add and see files that answer questions, by kind of item. */
    fileRules: answerFiles.rules,
    noticeSource: createQuestionnaireNotices(shared),
    /** Registers what takes back what asks for answers; before `start`. */
    useNotices: settling.use,
    /** What members of groups say of each other. */
    evaluations: createEvaluationSource(shared.store, versions, shared.answers),
    matterSources: [
      createMatterSource(shared.store, shared.answers),
      createPatternMatters(shared.store, versions, shared.answers),
    ],
    routes: [
      ...questionnaireRoutes(
        createQuestionnaireService(shared),
        createAnswerService({ ...shared, answerFiles, teamService }),
        createResultsService({ ...shared, answerFiles, versions }),
        createExportService({ ...shared, answerFiles, versions }),
      ),
      ...teamRoutes(teamService),
      ...memberEvaluationRoutes(createMemberEvaluationService({ ...shared, versions })),
      ...questionBankRoutes(createQuestionBankService(shared)),
    ],
  };
}
