import { createAnswerService } from './answer.service.ts';
import { createAnswerStore } from './answers.store.ts';
import { createGradeFollower, createGradeSource } from './grade-source.service.ts';
import { createHomeSource } from './home-source.service.ts';
import { createQuestionBankService } from './question-bank.service.ts';
import { createQuestionBankStore } from './question-bank.store.ts';
import { questionBankRoutes, questionnaireRoutes } from './questionnaire.routes.ts';
import { createQuestionnaireService } from './questionnaire.service.ts';
import { createQuestionnaireStore } from './questionnaire.store.ts';
import { createResultsService } from './results.service.ts';

type GradePorts = Parameters<typeof createGradeFollower>[0];

interface Ports {
  readonly connection: Parameters<typeof createQuestionnaireStore>[0];
  readonly course: Parameters<typeof createResultsService>[0]['course'] & GradePorts['course'];
  readonly jobs: GradePorts['jobs'];
  readonly grades: GradePorts['grades'];
  readonly csv: Parameters<typeof createResultsService>[0]['csv'];
  readonly clock: Parameters<typeof createAnswerService>[0]['clock'];
  readonly eventsWritten: () => void;
}

/** Questionnaires: made by staff, answered by learners, shown to staff as counts. */
export function createQuestionnaires({ connection, ...ports }: Ports) {
  const shared = {
    ...ports,
    store: createQuestionnaireStore(connection),
    answers: createAnswerStore(connection),
    bank: createQuestionBankStore(connection),
  };
  return {
    gradeSource: createGradeSource(shared),
    /** Asks for grades as answers come. */
    gradeConsumer: createGradeFollower(shared),
    homeSource: createHomeSource(shared.store, shared.answers, ports.clock),
    routes: [
      ...questionnaireRoutes(
        createQuestionnaireService(shared),
        createAnswerService(shared),
        createResultsService(shared),
      ),
      ...questionBankRoutes(createQuestionBankService(shared)),
    ],
  };
}
