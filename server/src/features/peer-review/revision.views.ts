import * as contract from '../../contracts/peer-review-revision.ts';
import type { Draft, PeerReview, SubmissionVersion } from './peer-review.domain.ts';
import type { RevisionContent, RevisionWindow, WorkRevision } from './revision.domain.ts';

const contentOf = ({ text, files, links = [], note, answers }: RevisionContent) => ({
  text,
  files,
  links,
  note,
  answers,
});

/** For the author. */
export const ownRevisionView = (
  { settings }: PeerReview,
  {
    dates,
    window,
    draft,
    last,
  }: {
    readonly dates: { readonly opensAt: string; readonly closesAt: string };
    readonly window: RevisionWindow;
    readonly draft: Draft<RevisionContent>;
    readonly last: WorkRevision | null;
  },
  can: { edit: boolean },
) =>
  contract.GetOwnRevision.response.parse({
    activityTitle: settings.title,
    ...dates,
    window,
    handedIn: last && { n: last.n, ...contentOf(last), submittedAt: last.at.toISOString() },
    draft: {
      ...contentOf(draft.content),
      revision: draft.revision,
      savedAt: draft.savedAt?.toISOString() ?? null,
    },
    can,
  });

/** For staff: the version that was reviewed, and the revised one. */
export const learnerRevisionView = (
  isOn: boolean,
  found: { readonly last: WorkRevision; readonly before: SubmissionVersion } | null,
) =>
  contract.GetLearnerRevision.response.parse({
    isOn,
    revised: found && {
      n: found.last.n,
      submittedAt: found.last.at.toISOString(),
      note: found.last.note,
      answers: found.last.answers,
      before: {
        version: found.before.version,
        text: found.before.text,
        files: found.before.files,
        links: found.before.links ?? [],
      },
      after: { text: found.last.text, files: found.last.files, links: found.last.links ?? [] },
    },
  });
