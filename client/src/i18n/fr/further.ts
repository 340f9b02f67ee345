import { calibration, comparison, optionalSteps } from './calibration.ts';
import { anonymity } from './anonymity.ts';
import { attendance } from './attendance.ts';
import { check } from './check.ts';
import { comparative } from './comparative.ts';
import { inline } from './inline.ts';
import { questionBank } from './question-bank.ts';
import { rounds } from './rounds.ts';
import { groups, observed, roster } from './course.ts';
import { dynamics } from './dynamics.ts';
import { errorsFurther } from './errors-further.ts';
import { preFlight } from './pre-flight.ts';
import { exclusions } from './exclusions.ts';
import { dateEffects } from './date-effects.ts';
import { courseLessons } from './course-lessons.ts';
import { disputes } from './disputes.ts';
import { gradebookStaff } from './gradebook-staff.ts';
import { discussion } from './discussion.ts';
import { discussionEffects } from './discussion-effects.ts';
import { facilitation } from './discussion-facilitation.ts';
import { discussionModeration } from './discussion-moderation.ts';
import { discussionTalk } from './discussion-talk.ts';
import { spaces } from './spaces.ts';
import { fileAnswer } from './file-answer.ts';
import { groupAuthors } from './group-authors.ts';
import { groupGrades } from './group-grades.ts';
import { groupRows } from './group-rows.ts';
import { groupTexts } from './group-texts.ts';
import { formation } from './formation.ts';
import { groupSets } from './group-sets.ts';
import { handInSetUp } from './hand-in-set-up.ts';
import { home } from './home.ts';
import { launchStaff } from './launch-staff.ts';
import { marking } from './marking.ts';
import { markingActs } from './marking-acts.ts';
import { memberEvaluation } from './member-evaluation.ts';
import { notices } from './notices.ts';
import { peerReviewStaff } from './peer-review-staff.ts';
import { opening } from './opening.ts';
import { publication } from './publication.ts';
import { promptStarters } from './prompt-starters.ts';
import { pull } from './pull.ts';
import { questionnaire } from './questionnaire.ts';
import { queue } from './queue.ts';
import { reconciliation } from './reconciliation.ts';
import { reviewQuality, reviewTalk } from './review-talk.ts';
import { rehearsal } from './rehearsal.ts';
import { rubric } from './rubric.ts';
import { rubricLibrary } from './rubric-library.ts';
import { sections } from './sections.ts';
import { revision } from './revision.ts';
import { selfAssessment } from './self-assessment.ts';
import { starters } from './starters.ts';
import { staffNotes } from './staff-notes.ts';
import { staffView } from './staff-view.ts';
import { talkFigures } from './talk-figures.ts';
import { team } from './team.ts';
import { journeys, templates } from './templates.ts';
import { discussionGrades } from './discussion-grades.ts';
import { expectations } from './expectations.ts';
import { threadTags } from './thread-tags.ts';
import { timeline } from './timeline.ts';
import { uiStaff } from './ui-staff.ts';

/** The texts that come with the pages they are for: who opens an activity to learn does not wait for them. */
export const further = {
  errors: errorsFurther,
  anonymity,
  attendance,
  courseLessons,
  disputes,
  dynamics,
  gradebook: gradebookStaff,
  groups,
  fileAnswer,
  groupAuthors,
  groupGrades,
  groupRows,
  groupTexts,
  formation,
  groupSets,
  handInSetUp,
  home,
  inline,
  journeys,
  launch: launchStaff,
  marking: { ...marking, ...markingActs },
  memberEvaluation,
  notices,
  observed,
  peerReview: peerReviewStaff,
  opening,
  publication,
  promptStarters,
  pull,
  questionnaire,
  check,
  questionBank,
  rounds,
  queue,
  reconciliation,
  rehearsal,
  reviewQuality,
  reviewTalk,
  roster,
  rubric,
  rubricLibrary,
  sections,
  staffNotes,
  staffView,
  starters,
  talkFigures,
  team,
  templates,
  threadTags,
  timeline,
  discussionGrades,
  expectations,
  ui: uiStaff,
  calibration,
  comparative,
  comparison,
  optionalSteps,
  selfAssessment,
  revision,
  discussionModeration,
  dateEffects,
  discussionEffects,
  facilitation,
  discussion: { ...discussion, ...discussionTalk },
  spaces,
  exclusions,
  preFlight,
} as const;
