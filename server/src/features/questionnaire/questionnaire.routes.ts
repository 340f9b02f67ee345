import * as bankContract from '../../contracts/question-bank.ts';
import * as evaluationContract from '../../contracts/questionnaire-evaluation.ts';
import * as contract from '../../contracts/questionnaire.ts';
import * as teamContract from '../../contracts/questionnaire-team.ts';
import * as resultsContract from '../../contracts/questionnaire-results.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { AnswerService } from './answer.service.ts';
import type { ExportService } from './export.service.ts';
import type { MemberEvaluationService } from './member-evaluation.service.ts';
import type { QuestionBankService } from './question-bank.service.ts';
import type { QuestionnaireService } from './questionnaire.service.ts';
import type { TeamService } from './team.service.ts';
import type { ResultsService } from './results.service.ts';

export const questionnaireRoutes = (
  questionnaires: QuestionnaireService,
  own: AnswerService,
  results: ResultsService,
  files: ExportService,
): Route[] => [
  handle(contract.ListQuestionnaires, ({ caller, query }) =>
    questionnaires.list(caller, query.after, query.limit),
  ),
  handle(contract.GetQuestionnaire, ({ caller, params }) =>
    questionnaires.read(caller, params.questionnaireId),
  ),
  handle(contract.SaveQuestionnaire, ({ caller, params, body }) =>
    questionnaires.save(caller, params.questionnaireId, body.settings, body.expectedRevision),
  ),
  handle(contract.PublishQuestionnaire, ({ caller, params, body }) =>
    questionnaires.publish(caller, params.questionnaireId, body.expectedRevision),
  ),
  handle(contract.CloseQuestionnaire, ({ caller, params }) =>
    questionnaires.close(caller, params.questionnaireId),
  ),
  handle(contract.CopyQuestionnaire, ({ caller, params, body }) =>
    questionnaires.copy(caller, params.questionnaireId, body.id, body.title),
  ),
  handle(contract.ListOwnQuestionnaires, ({ caller, query }) => own.list(caller, query.after, query.limit)),
  handle(contract.GetOwnQuestionnaire, ({ caller, params }) => own.read(caller, params.questionnaireId)),
  handle(contract.SaveAnswerDraft, ({ caller, params, body }) =>
    own.saveDraft(caller, params.questionnaireId, body.round, body.answers, body.expectedRevision),
  ),
  handle(contract.SubmitAnswers, ({ caller, params, body }) =>
    own.submit(caller, params.questionnaireId, {
      version: body.version,
      round: body.round,
      attempt: body.attempt,
      answers: body.answers,
    }),
  ),
  handle(resultsContract.GetResults, ({ caller, params, query: { version, round, itemId, optionId } }) =>
    results.read(
      caller,
      params.questionnaireId,
      { version, round },
      itemId !== undefined && optionId !== undefined ? { itemId, optionId } : null,
    ),
  ),
  handle(resultsContract.ListAnswers, ({ caller, params, query }) =>
    results.listNamed(caller, params.questionnaireId, query.version, query.after, query.limit),
  ),
  handle(resultsContract.ExportAnswers, ({ caller, params, query }) =>
    files.exportFile(caller, params.questionnaireId, query.version, query.locale),
  ),
];

export const teamRoutes = (teams: TeamService): Route[] => [
  handle(teamContract.GetTeamSheet, ({ caller, params }) => teams.read(caller, params.questionnaireId)),
  handle(teamContract.SaveTeamSheet, ({ caller, params, body }) =>
    teams.saveDraft(caller, params.questionnaireId, body.answers, body.expectedRevision),
  ),
  handle(teamContract.SendTeamSheet, ({ caller, params, body }) =>
    teams.send(caller, params.questionnaireId, {
      version: body.version,
      answers: body.answers,
      expectedRevision: body.expectedRevision,
    }),
  ),
];

export const memberEvaluationRoutes = (evaluation: MemberEvaluationService): Route[] => [
  handle(evaluationContract.GetMemberEvaluation, ({ caller, params, query }) =>
    evaluation.read(caller, params.questionnaireId, query.round),
  ),
  handle(evaluationContract.ShareMemberEvaluation, ({ caller, params, body }) =>
    evaluation.share(caller, params.questionnaireId, body.shared),
  ),
  handle(evaluationContract.CheckComment, ({ caller, params, body }) =>
    evaluation.check(caller, params.questionnaireId, body.key, body.shown),
  ),
  handle(evaluationContract.GetOwnEvaluation, ({ caller, params }) =>
    evaluation.readOwn(caller, params.questionnaireId),
  ),
];

export const questionBankRoutes = (bank: QuestionBankService): Route[] => [
  handle(bankContract.ListBankItems, ({ caller, query: { search, tag, after, limit } }) =>
    bank.list(caller, { search, tag }, after, limit),
  ),
  handle(bankContract.GetBankItem, ({ caller, params }) => bank.read(caller, params.bankItemId)),
  handle(bankContract.SaveBankItem, ({ caller, params, body }) =>
    bank.save(caller, params.bankItemId, body.item, body.tags, body.expectedRevision),
  ),
  handle(bankContract.RemoveBankItem, ({ caller, params }) => bank.remove(caller, params.bankItemId)),
];
