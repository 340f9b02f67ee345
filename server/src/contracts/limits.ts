/** Limits that the forms show and the server enforces. */
/** How the reviews of a work can become its grade. */
export const REVIEW_METHODS = ['median', 'mean', 'trimmed', 'reliability'] as const;

/** Who knows whom in a peer review, the strictest first. */
export const ANONYMITY = ['nobodyKnows', 'authorsKnown', 'allKnown'] as const;

/** How helpful a review can be. */
export const HELPFULNESS_MAX = 5;
/** Characters of a reply about a review, and replies about one. */
export const REPLY_CHARS_MAX = 2_000;
export const REPLIES_MAX = 50;

/** How groups hand in: what one member hands in counts, or everybody confirms it. */
export const GROUP_HAND_INS = ['any', 'all'] as const;
/** What is to be delivered at a milestone, and days for which late work is taken. */
export const DELIVERABLE_MAX = 2_000;
export const LATE_DAYS_MAX = 60;

/** What can be asked of a learner before an activity opens. */
export const PREREQUISITES_MAX = 10;

export const TITLE_MAX = 200;
export const INSTRUCTIONS_MAX = 10_000;
export const SUBMISSION_TEXT_MAX = 100_000;
export const COMMENT_MAX = 10_000;
export const CRITERIA_MAX = 20;
/** Ratings of a draft: also by criteria that the rubric has no more. */
export const DRAFT_RATINGS_MAX = 2 * CRITERIA_MAX;
export const CRITERION_POINTS_MAX = 1000;
/** Rubrics that a course keeps to use again, and characters of one as a file. */
export const RUBRICS_MAX = 200;
export const RUBRIC_FILE_MAX = 400_000;
/** Levels of a criterion, and what is said of each. */
export const LEVELS_MAX = 10;
export const LEVEL_NAME_MAX = 100;
export const LEVEL_DESCRIPTION_MAX = 1_000;
/** The ends of a scale lie within this of 0, and it has so many steps at most. */
export const SCALE_END_MAX = 1_000;
export const SCALE_STEPS_MAX = 100;
/** Characters of a comment on one criterion, and the most that can be asked for. */
export const CRITERION_COMMENT_MAX = 5_000;
export const CRITERION_COMMENT_MINIMUM_MAX = 1_000;
export const ACTIVITY_POINTS_MAX = 10_000;
export const REVIEWS_PER_LEARNER_MAX = 10;
/** Pairs of people whom a course keeps from reviewing each other, those changed in one step, and characters of a list. */
export const EXCLUSIONS_MAX = 2_000;
export const EXCLUSIONS_AT_ONCE_MAX = 500;
export const EXCLUSIONS_CSV_MAX = 100_000;
/** Marks of attendance in one request. */
export const ATTENDANCE_AT_ONCE_MAX = 500;
/** A file of groups: ten thousand people with addresses and names; also with two bytes a letter it fits into a request. */
export const GROUPS_CSV_MAX = 800_000;
// Groups made here (group-sets.ts)
export const GROUP_NAME_MAX = 200;
export const GROUP_TOPIC_MAX = 300;
export const GROUP_CAP_MAX = 1_000;
/** Ten thousand people in groups of four. */
export const GROUPS_PER_SET_MAX = 2_500;
export const GROUPS_ADDED_MAX = 100;
/** People moved by hand in one step. */
export const GROUP_MOVES_MAX = 500;
// Groups by criteria (group-formation.ts, member-attributes.ts)
export const ATTRIBUTES_MAX = 20;
export const ATTRIBUTE_NAME_MAX = 100;
export const ATTRIBUTE_VALUE_MAX = 200;
/** Values of a category; what has more is hardly one. */
export const ATTRIBUTE_VALUES_MAX = 50;
/** A file about people: more than ten thousand of them. */
export const ATTRIBUTES_CSV_MAX = 1_200_000;
export const FORMATION_RULES_MAX = 10;
export const FORMATION_PAIRS_MAX = 200;
export const FORMATION_LOCKS_MAX = 10_000;
export const OVERLAP_HOURS_MAX = 40;
/** Group sets of a course that are made here. */
export const OWN_SETS_MAX = 50;
export const PAGE_SIZE_MAX = 100;
/** Learners to whom alone results are released at once; for more there is the release to all. */
export const RELEASE_TO_MAX = 500;
/** Figures of a discussion: posts by fifty words, and by hours until a reply. */
export const TALK_WORDS_STEP = 50;
export const TALK_WORDS_BINS = 7;
export const RESPONSE_HOURS = [1, 4, 24, 72] as const;
/** Posts of a thread that are read at once: some three screens. */
export const POSTS_PER_PAGE = 30;
/** Of the time at work on a review that one request may add. */
export const BEAT_SECONDS_MAX = 60;
/** A bearer is valid for this long; the client renews it while the session lives. */
export const BEARER_SECONDS = 15 * 60;
/** A session ends this long after the launch. */
export const SESSION_SECONDS = 12 * 60 * 60;
/** Minutes after the due date in which work is not late yet: at most a week. */
export const GRACE_MINUTES_MAX = 7 * 24 * 60;
/** The highest grade where there is extra credit, in percent of the points. */
export const EXTRA_CREDIT_PERCENT_MAX = 200;
export const GRADE_DECIMALS_MAX = 4;
/** Invented learners of a rehearsal. */
export const REHEARSED_LEARNERS = 6;
/** A note of the teaching staff about a learner. */
export const STAFF_NOTE_MAX = 5_000;
export const REASON_MAX = 1_000;
/** A standing right to more time: five times as long, two months more. */
export const ACCOMMODATION_PERCENT_MAX = 400;
export const ACCOMMODATION_DAYS_MAX = 60;
/** How grades are made of percentages unless an activity says otherwise: quiet and as people expect. */
export const DEFAULT_GRADE_RULES = {
  minimumPercent: 0,
  maximumPercent: 100,
  extraCredit: false,
  decimals: 2,
  rounding: 'nearest',
} as const;

// Rich text (rich-text.ts)
export const RICH_TEXT_NODES_MAX = 10_000;
/** Nodes within nodes: seven lists within each other, a table in the innermost, and its text. */
export const RICH_TEXT_DEPTH_MAX = 20;
export const HEADING_LEVELS = 3;
export const TABLE_COLUMNS_MAX = 30;
export const TABLE_ROWS_MAX = 300;
export const FORMULA_MAX = 2_000;
export const ALT_MAX = 500;
export const LINK_MAX = 2_000;

// Files (files.ts)
export const FILE_BYTES_MAX = 100 * 2 ** 20;
/** Of one person for one item, such as the work one hands in. */
const FILES_PER_ITEM_MAX = 10;
const FILES_PER_ITEM_BYTES_MAX = 200 * 2 ** 20;
/** What holds for files of every kind. */
export const FILE_LIMITS = {
  fileBytes: FILE_BYTES_MAX,
  itemBytes: FILES_PER_ITEM_BYTES_MAX,
  itemFiles: FILES_PER_ITEM_MAX,
} as const;
export const FILE_NAME_MAX = 200;
/** A file travels and is stored in pieces of this size: what a broken connection can lose, and what proxies let pass. */
export const FILE_CHUNK_BYTES = 2 ** 20;
/** Links asked for at once. */
export const FILE_LINKS_MAX = 50;
/** Handed in as one work. */
export const WORK_FILES_MAX = 10;
export const WORK_LINKS_MAX = 10;
export const MEGABYTE = 2 ** 20;
/** Kinds of files, as people call them. */
export const FILE_GROUPS = ['documents', 'images', 'audio', 'video', 'texts', 'archives'] as const;
/** What is handed in unless an activity says otherwise: a text, files, or both. */
export const DEFAULT_HAND_IN = {
  text: 'allowed',
  files: 'allowed',
  links: 'off',
  fileGroups: [...FILE_GROUPS],
  fileMegabytes: FILE_BYTES_MAX / MEGABYTE,
  filesMax: WORK_FILES_MAX,
} as const;
/** A link to a file's content works for this long. */
export const FILE_LINK_SECONDS = 5 * 60;
/** Names of platforms and people in the administrators' console. */
export const LABEL_MAX = 100;
/** How long a one-time link works unless its maker says otherwise. */
export const INVITATION_DAYS = 7;
/** Activities that one deep-linking answer may give to an LMS. */
export const DEEP_LINKING_ITEMS_MAX = 20;

// Templates and journeys (templates.ts, journeys.ts)
export const TEMPLATE_DESCRIPTION_MAX = 1_000;
/** Templates of one course, and journeys. */
export const TEMPLATES_MAX = 200;
export const JOURNEY_STEPS_MAX = 50;
/** On what counted day a step may begin: two years of days. */
export const JOURNEY_DAYS_MAX = 730;
export const HOLIDAYS_MAX = 50;
/** Days of one holiday. */
export const HOLIDAY_DAYS_MAX = 366;

// Questionnaires (questionnaire.ts)
export const QUESTIONNAIRE_ITEMS_MAX = 60;
/** Files that answer one question. */
export const ANSWER_FILES_MAX = 5;
export const ITEM_OPTIONS_MAX = 30;
export const ITEM_TEXT_MAX = 500;
export const OPTION_TEXT_MAX = 200;
export const ANSWER_TEXT_MAX = 5_000;
export const QUESTIONNAIRE_INTRO_MAX = 4_000;
/** The ends of a scale. */
export const SCALE_FROM_MIN = 0;
export const SCALE_TO_MAX = 10;
/** Results of an anonymous questionnaire are of this many answers at least. */
export const ANONYMOUS_FROM = 5;
/** Points of one question, and how often a check may be taken. */
export const KEY_POINTS_MAX = 100;
export const CHECK_ATTEMPTS_MAX = 10;
/** Questions that a course keeps to use again, and their tags. */
export const QUESTION_BANK_MAX = 500;
export const QUESTION_TAGS_MAX = 10;
export const QUESTION_TAG_MAX = 50;
/** Draws of one questionnaire. */
export const QUESTIONNAIRE_DRAWS_MAX = 10;
/** Points of a questionnaire's gradebook column. */
export const GRADE_POINTS_MAX = 1_000;
/** Rounds of a weekly questionnaire, and for how many days a round may be open. */
export const ROUNDS_MAX = 52;
export const ROUND_DAYS_MAX = 30;
/** Staff among whom the marking of an activity can be divided. */
export const MARKERS_MAX = 200;
/** Works given to somebody by hand at once. */
export const MARKING_BATCH_MAX = 500;
/** Characters of a comment that staff have saved to use it again. */
export const BANK_COMMENT_MAX = 1_000;
/** Saved comments of one person, and of those that a course shares. */
export const BANK_COMMENTS_MAX = 200;
/** Days for which one can dispute after a release, and within which staff should answer. */
export const DISPUTE_DAYS_MAX = 365;
/** Assistants of one section. */
export const SECTION_ASSISTANTS_MAX = 50;
/** Sections of a course, and the assignments that are kept of sets that were its sections before. */
export const SECTIONS_MAX = 500;

/** Learners whom staff pick to be reminded at once. */
export const REMINDED_MAX = 10_000;

/** What a reviewer can report of a work. */
export const REVIEW_PROBLEMS = ['plagiarism', 'offensive', 'cannotOpen', 'conflict', 'other'] as const;
/** Works whose reviews are furthest apart, as staff read them at once. */
export const DISAGREEMENTS_SHOWN_MAX = 200;

/** Parts into which figures of reviews are counted. */
export const ANALYTICS_BINS = 10;
/** Days that are counted one by one until a work has its first review. */
export const FEEDBACK_DAYS = 14;
/** Reviewers that are shown at once with whom they review. */
export const NETWORK_PEOPLE = 300;
// Calibration (peer-review-calibration.ts)
/** Example works of one peer review, and attempts at each that a limit can allow. */
export const EXAMPLES_MAX = 10;
export const EXAMPLE_ATTEMPTS_MAX = 10;
/** Characters that say what a revised work changed, in all and in answer to one review; and answers in all. */
export const REVISION_NOTE_MAX = 2_000;
export const REVISION_ANSWERS_MAX = 50;
// Comments on places in a work (peer-review-inline.ts)
/** Of one review, and characters of one and of what it quotes: all of them fit into a draft. */
export const INLINE_COMMENTS_MAX = 100;
export const INLINE_COMMENT_MAX = 2_000;
export const QUOTE_MAX = 300;
/** More than any document that is handed in. */
export const PDF_PAGES_MAX = 10_000;
// Discussion (discussion.ts)
/** How people discuss: see `DiscussionSettings.mode`. */
export const DISCUSSION_MODES = ['open', 'postFirst', 'question', 'debate'] as const;
/** Who knows who wrote something, the strictest first: nobody, teaching staff alone, everybody. */
export const DISCUSSION_ANONYMITY = ['full', 'peers', 'none'] as const;
/** Groups to which staff post at once. */
export const POST_TO_GROUPS_MAX = 200;
/** The sides of a debate. */
export const SIDES = ['pro', 'contra'] as const;
/** Characters of what is searched for. */
export const SEARCH_MAX = 200;
/** What one can give to somebody else’s post. */
export const REACTIONS = ['upvote', 'thanks', 'insightful'] as const;
/** Answers to one question that staff endorse. */
export const ENDORSED_MAX = 20;
/** Tags that staff offer in a discussion, how long one is, and how many of them a thread has. */
export const TAGS_MAX = 20;
export const TAG_MAX = 40;
export const THREAD_TAGS_MAX = 5;
/** Minutes that a learner waits between two posts in a thread, at most: a day. */
export const SLOW_MINUTES_MAX = 1_440;
/** How long a thread waits for an answer, or a learner is quiet, before staff are told of it. */
export const UNANSWERED_HOURS_MAX = 720;
export const QUIET_DAYS_MAX = 90;
/** Quiet members that are listed, and told by one nudge, at most. */
export const QUIET_LISTED_MAX = 100;
/** Posts of a side of a debate that are counted, at most. */
export const SIDE_COUNT_MAX = 5_000;
/** How deep replies can be nested. */
export const REPLY_DEPTH_MAX = 5;
export const POST_TEXT_MAX = 20_000;
/** How often people are mentioned in one post. */
export const MENTIONS_MAX = 30;
/** Posts that are marked as read at once. */
export const READ_AT_ONCE_MAX = 500;
// What a discussion expects (milestones.ts)
/** Milestones of one discussion, and what one of them can ask for. */
export const MILESTONES_MAX = 20;
export const MILESTONE_COUNT_MAX = 50;
export const MILESTONE_WORDS_MAX = 5_000;
/** Where the points of a discussion come from. */
export const DISCUSSION_GRADINGS = ['staff', 'milestones', 'rubric', 'both'] as const;
/** What counts for a milestone: threads that one starts, replies to others, or both. */
export const MILESTONE_KINDS = ['thread', 'reply', 'any'] as const;

/** Topics that one stream of live changes is about. */
export const LIVE_TOPICS_MAX = 50;

/** Pages of one group in one project, those taken out of the list included. */
export const GROUP_PAGES_MAX = 50;
export const PAGE_TITLE_MAX = 120;
export const PAGE_VERSION_NAME_MAX = 80;
/** What is kept of one page, with everything that was deleted in it. */
export const PAGE_BYTES_MAX = 5 * 1024 * 1024;
