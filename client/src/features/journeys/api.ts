import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as journeyContract from '../../../../server/src/contracts/journeys.ts';
import type * as contract from '../../../../server/src/contracts/templates.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Template = z.output<typeof contract.TemplateView>;
export type StepDate = z.output<typeof contract.StepDate>;
export type Source = z.output<typeof contract.PreviewDraft.body>['source'];
export type Journey = z.output<typeof journeyContract.JourneyView>;
export type PlannedStep = z.output<typeof journeyContract.PreviewJourney.response>['steps'][number];
/** The days that count, and each step's own. */
export type Plan = Omit<z.output<typeof journeyContract.ApplyJourney.body>, 'zone'>;
export type Move = NonNullable<z.output<typeof journeyContract.PreviewJourney.body>['move']>;

const TEMPLATES = ['templates'] as const;
const JOURNEYS = ['journeys'] as const;

/** Days and times on the clock are meant as this browser's clock shows them. */
const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function useTemplates() {
  const api = useApi();
  return useQuery({
    queryKey: TEMPLATES,
    queryFn: ({ signal }) => api.call<typeof contract.ListTemplates>('get', '/templates', {}, signal),
  });
}

interface TemplateToSave {
  readonly templateId: string;
  readonly activityId: string;
  readonly name: string;
  readonly description: string;
  readonly startsOn: string;
}

export function useSaveTemplate() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ templateId, ...body }: TemplateToSave) =>
      api.call<typeof contract.SaveTemplate>('put', '/templates/:templateId', {
        params: { templateId },
        body: { ...body, zone: zone() },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: TEMPLATES }),
  });
}

export function useRenameTemplate({ id, revision }: Template) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { name: string; description: string }) =>
      api.call<typeof contract.RenameTemplate>('put', '/templates/:templateId/name', {
        params: { templateId: id },
        body: { ...wanted, expectedRevision: revision },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: TEMPLATES }),
  });
}

export function useRemoveTemplate() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, removed }: { id: string; removed: boolean }) =>
      api.call<typeof contract.RemoveTemplate>('put', '/templates/:templateId/removed', {
        params: { templateId: id },
        body: { removed },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: TEMPLATES }),
  });
}

/** The dates that a draft would have; asked for again as the start changes. */
export function usePreviewDraft(source: Source, startsOn: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['draft-preview', source, startsOn],
    enabled: startsOn !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.call<typeof contract.PreviewDraft>(
        'post',
        '/activity-drafts/preview',
        { body: { source, startsOn, zone: zone() } },
        signal,
      ),
  });
}

interface DraftToMake {
  readonly activityId: string;
  readonly source: Source;
  readonly title: string;
  readonly startsOn: string;
}

export function useMakeDraft() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ activityId, ...body }: DraftToMake) =>
      api.call<typeof contract.MakeDraft>('put', '/activity-drafts/:activityId', {
        params: { activityId },
        body: { ...body, zone: zone() },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['activities'] }),
  });
}

export function useJourneys() {
  const api = useApi();
  return useQuery({
    queryKey: JOURNEYS,
    queryFn: ({ signal }) => api.call<typeof journeyContract.ListJourneys>('get', '/journeys', {}, signal),
  });
}

export function useSaveJourney(journeyId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; steps: Journey['steps']; expectedRevision: number }) =>
      api.call<typeof journeyContract.SaveJourney>('put', '/journeys/:journeyId', {
        params: { journeyId },
        body,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: JOURNEYS }),
  });
}

export function useRemoveJourney() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, removed }: { id: string; removed: boolean }) =>
      api.call<typeof journeyContract.RemoveJourney>('put', '/journeys/:journeyId/removed', {
        params: { journeyId: id },
        body: { removed },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: JOURNEYS }),
  });
}

const PREVIEW = '/journeys/:journeyId/preview';

/** All dates of a plan; those before stay on the page while new ones come. */
export function usePreviewJourney({ id, revision }: Journey, plan: Plan | null) {
  const api = useApi();
  return useQuery({
    queryKey: ['journey-preview', id, revision, plan],
    enabled: plan !== null,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      if (plan === null) throw new Error('there is no plan yet');
      return api.call<typeof journeyContract.PreviewJourney>(
        'post',
        PREVIEW,
        { params: { journeyId: id }, body: { ...plan, zone: zone() } },
        signal,
      );
    },
  });
}

/** Where the steps are after one of them was moved. */
export function useMoveStep({ id }: Journey) {
  const api = useApi();
  return useMutation({
    mutationFn: ({ plan, move }: { plan: Plan; move: Move }) =>
      api.call<typeof journeyContract.PreviewJourney>('post', PREVIEW, {
        params: { journeyId: id },
        body: { ...plan, zone: zone(), move },
      }),
  });
}

export function useApplyJourney({ id }: Journey, applicationId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (plan: Plan) =>
      api.call<typeof journeyContract.ApplyJourney>(
        'put',
        '/journeys/:journeyId/applications/:applicationId',
        { params: { journeyId: id, applicationId }, body: { ...plan, zone: zone() } },
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['activities'] }),
  });
}
