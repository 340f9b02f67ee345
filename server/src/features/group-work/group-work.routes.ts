import * as delivering from '../../contracts/group-deliverables.ts';
import * as factoring from '../../contracts/group-factors.ts';
import * as observing from '../../contracts/group-observed.ts';
import * as contract from '../../contracts/group-work.ts';
import { PreviewGroupWork } from '../../contracts/group-effects.ts';
import * as works from '../../contracts/group-marking.ts';
import * as marking from '../../contracts/group-grading.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { DeliverablesService } from './deliverables.service.ts';
import type { EffectsService } from './effects.service.ts';
import type { FactorsService } from './factors.service.ts';
import type { HiddenWorks } from './hidden-work.service.ts';
import type { GradingService, MarkPlace } from './grading.service.ts';
import type { ObservedProjects } from './observed.service.ts';
import type { ListWorksService } from './list-works.service.ts';
import type { OverviewService } from './overview.service.ts';
import type { createSetUpService } from './set-up.service.ts';

export interface GroupWorkServices {
  readonly setUp: ReturnType<typeof createSetUpService>;
  readonly effects: EffectsService;
  readonly overview: OverviewService;
  readonly service: DeliverablesService;
  readonly grading: GradingService;
  readonly listWorks: ListWorksService;
  readonly hiddenWorks: HiddenWorks;
  readonly factors: FactorsService;
  readonly observed: ObservedProjects;
}

const placeOf = (
  { activityId, groupId, n }: Omit<MarkPlace, 'hidden'>,
  { hidden }: { readonly hidden: '0' | '1' },
): MarkPlace => ({ activityId, groupId, n, hidden: hidden === '1' });

export const groupWorkRoutes = ({
  setUp,
  effects,
  overview,
  service,
  grading,
  listWorks,
  hiddenWorks,
  factors,
  observed,
}: GroupWorkServices): Route[] => [
  handle(contract.SaveGroupWork, ({ caller, params, body }) =>
    setUp.save(caller, params.activityId, body.settings, body.expectedRevision, body.state),
  ),
  handle(PreviewGroupWork, ({ caller, params, body }) =>
    effects.preview(caller, params.activityId, body.settings),
  ),
  handle(contract.GetGroupWorkSettings, ({ caller, params }) => setUp.get(caller, params.activityId)),
  handle(contract.GetGroupWork, ({ caller, params }) => overview.get(caller, params.activityId)),
  handle(observing.GetObservedProject, ({ caller, params }) =>
    observed.project(caller, params.activityId, params.memberId),
  ),
  handle(observing.GetObservedCopy, ({ caller, params }) => {
    const { memberId, ...key } = params;
    return observed.copy(caller, memberId, key);
  }),
  handle(delivering.GetDeliverable, ({ caller, params }) => service.get(caller, params)),
  handle(delivering.GetEarlierCopy, ({ caller, params }) => {
    const { version, ...key } = params;
    return service.getEarlier(caller, key, version);
  }),
  handle(delivering.SaveDeliverableDraft, ({ caller, params, body }) => {
    const { text, fileIds, expectedRevision } = body;
    return service.saveDraft(caller, params, { text, fileIds }, expectedRevision);
  }),
  handle(delivering.SaveDeliverableSection, ({ caller, params, body }) => {
    const { sectionId, ...key } = params;
    return service.saveSection(caller, key, sectionId, body.text, body.expectedRevision);
  }),
  handle(delivering.HandInDeliverable, ({ caller, params, body }) =>
    service.handIn(caller, params, body.expectedRevision, body.pageIds),
  ),
  handle(delivering.ConfirmDeliverable, ({ caller, params, body }) => {
    const { version, ...key } = params;
    return service.confirm(caller, key, version, body.objection);
  }),
  handle(delivering.WithdrawDeliverable, ({ caller, params }) => {
    const { version, ...key } = params;
    return service.withdraw(caller, key, version);
  }),
  handle(works.ListProjectWorks, ({ caller, params, query }) => {
    const { after, limit, sections } = query;
    const hidden = query.hidden === '1';
    return listWorks(caller, params.activityId, { after, limit, hidden, sections });
  }),
  handle(marking.GetProjectGrades, ({ caller, params }) => grading.read(caller, params.activityId)),
  handle(marking.ReleaseProjectGrades, ({ caller, params }) => grading.release(caller, params.activityId)),
  handle(marking.WithdrawProjectGrades, ({ caller, params }) => grading.withdraw(caller, params.activityId)),
  handle(marking.GetProjectResult, ({ caller, params }) => grading.result(caller, params.activityId)),
  handle(factoring.GetProjectFactors, ({ caller, params, query }) =>
    factors.read(caller, params.activityId, query),
  ),
  handle(factoring.ApplyProjectFactors, ({ caller, params, body }) => {
    const { choice, seen, expectedRevision } = body;
    return factors.apply(caller, params.activityId, { choice, seen, expectedRevision });
  }),
  handle(factoring.TakeBackProjectFactors, ({ caller, params, body }) =>
    factors.takeBack(caller, params.activityId, body.expectedRevision),
  ),
  handle(works.GetHiddenWork, ({ caller, params }) => hiddenWorks(caller, params)),
  handle(marking.GetDeliverableMark, ({ caller, params, query }) =>
    grading.readMark(caller, placeOf(params, query)),
  ),
  handle(marking.TakeDeliverable, ({ caller, params, query }) =>
    grading.take(caller, placeOf(params, query)),
  ),
  handle(marking.GiveDeliverableBack, ({ caller, params, query }) =>
    grading.giveBack(caller, placeOf(params, query)),
  ),
  handle(marking.MarkDeliverable, ({ caller, params, query, body }) => {
    const { ratings, points, comment, adjustments, expectedRevision } = body;
    const content = { ratings, points, comment, adjustments };
    return grading.mark(caller, placeOf(params, query), content, expectedRevision);
  }),
  handle(marking.UndoDeliverableMark, ({ caller, params, query, body }) => {
    const { reason, expectedRevision } = body;
    return grading.undo(caller, placeOf(params, query), { reason, expectedRevision });
  }),
];
