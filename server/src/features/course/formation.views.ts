import { FormationProposal } from '../../contracts/group-formation.ts';
import type { Proposal } from './proposal.domain.ts';

/** For staff. @param key names what is proposed: applying asks for the same again */
export const proposalView = (proposal: Proposal, revision: number, key: string): FormationProposal =>
  FormationProposal.parse({ ...proposal, revision, key });
