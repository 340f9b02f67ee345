import type { Settings } from './api.ts';

type WhoForm = Pick<Settings, 'authors' | 'reviewers' | 'reviewsWithin' | 'topicSetId' | 'givenOut'> & {
  readonly compares: boolean;
};

const isByTopic = ({ reviewsWithin }: WhoForm): boolean =>
  reviewsWithin === 'sameTopic' || reviewsWithin === 'otherTopic';

/** Who hands in and who reviews; what does not go with that is not sent. */
export function whoOf(
  form: WhoForm,
): Pick<Settings, 'authors' | 'reviewers' | 'reviewsWithin' | 'topicSetId'> {
  const { authors } = form;
  const reviewers = form.givenOut === 'rolling' ? ({ kind: 'learners' } as const) : form.reviewers;
  const topicSetId = isByTopic(form) ? form.topicSetId : null;
  return { authors, reviewers, reviewsWithin: form.reviewsWithin, topicSetId };
}

/** Whether groups write each review together. */
export const reviewsTogether = ({ compares, givenOut, reviewers }: WhoForm): boolean =>
  !compares && givenOut !== 'rolling' && reviewers.kind === 'groups';

/** Whether it is asked which groups are the topics. */
export const asksTopicSet = isByTopic;
