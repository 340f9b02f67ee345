import * as contract from '../../contracts/sections.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { SectionService } from './sections.service.ts';

export const sectionRoutes = (sections: SectionService): Route[] => [
  handle(contract.GetSections, ({ caller }) => sections.view(caller)),
  handle(contract.ChooseSections, ({ caller, body }) =>
    sections.choose(caller, body.setId, body.expectedRevision),
  ),
  handle(contract.AssignAssistants, ({ caller, params, body }) =>
    sections.assign(caller, params.groupId, body.memberIds, body.expectedRevision),
  ),
];
