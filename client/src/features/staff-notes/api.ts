import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/staff-notes.ts';
import { useApi } from '../../app/context.ts';

type Notes = z.output<typeof contract.ListStaffNotes.response>;
export type StaffNote = Notes['items'][number];

const notesKey = (memberId: string) => ['staff notes', memberId] as const;

export function useStaffNotes(memberId: string) {
  const api = useApi();
  return useQuery({
    queryKey: notesKey(memberId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.ListStaffNotes>(
        'get',
        '/members/:memberId/notes',
        { params: { memberId } },
        signal,
      ),
  });
}

interface Written {
  readonly noteId: string;
  /** Null deletes the note. */
  readonly text: string | null;
  readonly expectedRevision: number;
}

export function useSaveStaffNote(memberId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ noteId, ...body }: Written) =>
      api.call<typeof contract.SaveStaffNote>('put', '/members/:memberId/notes/:noteId', {
        params: { memberId, noteId },
        body,
      }),
    onSuccess: (notes) => queries.setQueryData(notesKey(memberId), notes),
    // Another tab was faster: what is true now is shown.
    onError: () => queries.invalidateQueries({ queryKey: notesKey(memberId) }),
  });
}
