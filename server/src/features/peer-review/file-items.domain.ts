/** What files of a peer review belong to: the instructions' images, and each learner's work (text and attachments). */
export const INSTRUCTIONS = 'peer-review-instructions';
export const WORK = 'peer-review-work';
/** The example works of an activity, whoever of the staff adds them. */
export const EXAMPLE = 'peer-review-example';

export const instructionsItem = (activityId: string) => ({ kind: INSTRUCTIONS, id: activityId });
export const workItem = (activityId: string) => ({ kind: WORK, id: activityId });
export const exampleItem = (activityId: string) => ({ kind: EXAMPLE, id: activityId });
