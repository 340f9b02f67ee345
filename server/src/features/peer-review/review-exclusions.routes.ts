import { ChangeExclusions, GetExclusions, ReadExclusions } from '../../contracts/review-exclusions.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { ReviewExclusionsService } from './review-exclusions.service.ts';

/** Staff say who must not review whom. */
export const exclusionRoutes = (exclusions: ReviewExclusionsService): Route[] => [
  handle(GetExclusions, ({ caller }) => exclusions.list(caller)),
  handle(ChangeExclusions, ({ caller, body }) => exclusions.change(caller, body.pairs, body.apart)),
  handle(ReadExclusions, ({ caller, body }) => exclusions.read(caller, body.csv)),
];
