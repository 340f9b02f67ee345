import { JourneyView } from '../../contracts/journeys.ts';
import { TemplateView } from '../../contracts/templates.ts';
import type { Journey } from './journey.domain.ts';
import type { Template } from './template.domain.ts';

/** For staff. */
export const templateView = (template: Omit<Template, 'settings'>): TemplateView =>
  TemplateView.parse(template);

/** For staff. */
export const journeyView = (journey: Journey): JourneyView => JourneyView.parse(journey);
