import * as journey from '../../contracts/journeys.ts';
import * as template from '../../contracts/templates.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { JourneysService } from './journeys.service.ts';
import type { TemplatesService } from './templates.service.ts';

export const journeyRoutes = (templates: TemplatesService, journeys: JourneysService): Route[] => [
  handle(template.ListTemplates, ({ caller }) => templates.list(caller)),
  handle(template.SaveTemplate, ({ caller, params, body }) => {
    const { activityId, name, description, startsOn, zone } = body;
    return templates.save(caller, params.templateId, { activityId, name, description, startsOn, zone });
  }),
  handle(template.RenameTemplate, ({ caller, params, body }) =>
    templates.rename(caller, params.templateId, body.name, body.description, body.expectedRevision),
  ),
  handle(template.RemoveTemplate, ({ caller, params, body }) =>
    templates.remove(caller, params.templateId, body.removed),
  ),
  handle(template.PreviewDraft, ({ caller, body }) =>
    templates.preview(caller, body.source, body.startsOn, body.zone),
  ),
  handle(template.MakeDraft, ({ caller, params, body }) => {
    const { source, title, startsOn, zone } = body;
    return templates.make(caller, params.activityId, { source, title, startsOn, zone });
  }),
  handle(journey.ListJourneys, ({ caller }) => journeys.list(caller)),
  handle(journey.SaveJourney, ({ caller, params, body }) => {
    const { name, steps, expectedRevision } = body;
    return journeys.save(caller, params.journeyId, { name, steps }, expectedRevision);
  }),
  handle(journey.RemoveJourney, ({ caller, params, body }) =>
    journeys.remove(caller, params.journeyId, body.removed),
  ),
  handle(journey.PreviewJourney, ({ caller, params, body }) => {
    const { startsOn, zone, holidays, freeWeekdays, afterDays, move } = body;
    const place = { startsOn, zone, holidays, freeWeekdays };
    return journeys.preview(caller, params.journeyId, place, afterDays, move);
  }),
  handle(journey.ApplyJourney, ({ caller, params, body }) => {
    const { startsOn, zone, holidays, freeWeekdays, afterDays } = body;
    const place = { startsOn, zone, holidays, freeWeekdays };
    return journeys.apply(caller, params.journeyId, params.applicationId, place, afterDays);
  }),
];
