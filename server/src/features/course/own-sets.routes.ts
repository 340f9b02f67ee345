import * as contract from '../../contracts/group-sets.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { SetMaker } from './create-set.service.ts';
import type { GroupDrawer } from './draw-groups.service.ts';
import type { OwnSetService } from './own-sets.service.ts';
import type { SignUpService } from './sign-up.service.ts';

interface Services {
  readonly sets: OwnSetService;
  readonly maker: SetMaker;
  readonly drawer: GroupDrawer;
  readonly signUps: SignUpService;
}

export const ownSetRoutes = ({ sets, maker, drawer, signUps }: Services): Route[] => [
  handle(contract.CreateGroupSet, ({ caller, body }) => maker.create(caller, body)),
  handle(contract.GetGroupSet, ({ caller, params }) => sets.get(caller, params.setId)),
  handle(contract.ListUnplaced, ({ caller, params, query }) =>
    sets.listUnplaced(caller, params.setId, query.after, query.limit),
  ),
  handle(contract.ChangeGroupSet, ({ caller, params, body }) => sets.change(caller, params.setId, body)),
  handle(contract.DeleteGroupSet, ({ caller, params, body }) =>
    sets.remove(caller, params.setId, body.expectedRevision),
  ),
  handle(contract.AddGroups, ({ caller, params, body }) => sets.addGroups(caller, params.setId, body)),
  handle(contract.ChangeGroup, ({ caller, params, body }) =>
    sets.changeGroup(caller, params.setId, params.groupId, body),
  ),
  handle(contract.DeleteGroup, ({ caller, params, body }) =>
    sets.removeGroup(caller, params.setId, params.groupId, body.expectedRevision),
  ),
  handle(contract.MoveMembers, ({ caller, params, body }) => sets.move(caller, params.setId, body)),
  handle(contract.PreviewRandomGroups, ({ caller, params, body }) =>
    drawer.preview(caller, params.setId, body),
  ),
  handle(contract.MakeRandomGroups, ({ caller, params, body }) => drawer.make(caller, params.setId, body)),
  handle(contract.ListMyGroupSets, ({ caller }) => signUps.list(caller)),
  handle(contract.ChooseGroup, ({ caller, params, body }) =>
    signUps.choose(caller, params.setId, body.groupId),
  ),
];
