import * as contract from '../../contracts/member-attributes.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { AttributeService } from './attributes.service.ts';

export const attributeRoutes = (service: AttributeService): Route[] => [
  handle(contract.ListAttributes, ({ caller }) => service.list(caller)),
  handle(contract.PreviewAttributes, ({ caller, body }) => service.preview(caller, body)),
  handle(contract.ImportAttributes, ({ caller, body }) => service.importFile(caller, body)),
  handle(contract.TakeAnswers, ({ caller, body }) =>
    service.takeAnswers(caller, body.questionnaireId, body.keys),
  ),
  handle(contract.DeleteAttributes, ({ caller, body }) => service.remove(caller, body.ids)),
];
