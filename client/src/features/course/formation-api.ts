import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/group-formation.ts';
import type * as attributes from '../../../../server/src/contracts/member-attributes.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { groupKeys } from './api.ts';
import { type OwnSet, useChange } from './sets-api.ts';

export type Attributes = z.output<typeof attributes.AttributesView>;
export type Attribute = Attributes['items'][number];
export type AttributeImport = z.output<typeof attributes.AttributeImportView>;
export type AttributeType = z.output<typeof attributes.AttributeType>;
export type Formation = z.output<(typeof contract.ProposeGroups)['body']>;
export type Rule = z.output<typeof contract.FormationRule>;
export type Pair = z.output<typeof contract.FormationPair>;
export type Proposal = z.output<typeof contract.FormationProposal>;
export type Fault = Proposal['groups'][number]['faults'][number];
type File = z.input<(typeof attributes.ImportAttributes)['body']>;

const ATTRIBUTES_KEY = [...groupKeys.groups, 'attributes'] as const;

/** What is known of people. */
export function useAttributes() {
  const api = useApi();
  return useQuery({
    queryKey: ATTRIBUTES_KEY,
    queryFn: ({ signal }) =>
      api.call<typeof attributes.ListAttributes>('get', '/member-attributes', {}, signal),
  });
}

export function usePreviewAttributes() {
  const api = useApi();
  return useMutation({
    mutationFn: (body: File) =>
      api.call<typeof attributes.PreviewAttributes>('post', '/member-attributes/import/preview', { body }),
  });
}

export function useImportAttributes() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: File) =>
      api.call<typeof attributes.ImportAttributes>('post', '/member-attributes/import', { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ATTRIBUTES_KEY }),
  });
}

export function useTakeAnswers() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<(typeof attributes.TakeAnswers)['body']>) =>
      api.call<typeof attributes.TakeAnswers>('post', '/member-attributes/answers', { body }),
    onSuccess: (known) => queries.setQueryData(ATTRIBUTES_KEY, known),
  });
}

export function useDeleteAttributes() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) =>
      api.call<typeof attributes.DeleteAttributes>('post', '/member-attributes/delete', { body: { ids } }),
    onSuccess: (known) => queries.setQueryData(ATTRIBUTES_KEY, known),
  });
}

/** Asks for groups as they could be; nothing is saved by it. */
export function useProposeGroups(setId: string) {
  const api = useApi();
  return useMutation({
    mutationFn: (body: Formation) =>
      api.call<typeof contract.ProposeGroups>('post', '/group-sets/:setId/formation/preview', {
        params: { setId },
        body,
      }),
  });
}

/** Makes the groups of a proposal, of the set as it was when they were proposed. */
export function useFormGroups(set: OwnSet) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ wanted, proposal }: { readonly wanted: Formation; readonly proposal: Proposal }) =>
      api.call<typeof contract.FormGroups>('post', '/group-sets/:setId/formation', {
        params: { setId: set.id },
        body: { ...wanted, key: proposal.key, expectedRevision: proposal.revision },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: groupKeys.groups }),
  });
}

/** Puts everybody back to where they were before groups were formed. */
export const useUndoFormation = (set: OwnSet) =>
  useChange<typeof contract.UndoFormation>(set, 'post', '/group-sets/:setId/formation/undo');
