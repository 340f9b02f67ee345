// What a group plans (task-board.ts)
export const TASK_STATES = ['todo', 'doing', 'done'] as const;
/** Tasks on the board of one group, without those that are deleted. */
export const TASKS_MAX = 200;
export const TASK_TITLE_MAX = 200;
export const TASK_NOTE_MAX = 2_000;
// What a group decides (decision-log.ts)
/** Versions of the decisions of one group, all together. */
export const DECISION_VERSIONS_MAX = 300;
export const DECISION_TEXT_MAX = 1_000;
// When a group meets (meetings.ts)
export const MEETINGS_MAX = 200;
export const MEETING_TITLE_MAX = 200;
export const MEETING_TEXT_MAX = 10_000;
export const MEETING_LINK_MAX = 500;
export const MEETING_MINUTES_MAX = 1_440;
export const ATTENDANCES = ['present', 'excused', 'absent'] as const;
// What each member contributes (contributions.ts)
export const STATEMENT_MAX = 2_000;
// Files of a group (group-files.ts)
/** Those that are deleted count too: they can be had again. */
export const GROUP_FILES_MAX = 100;
export const GROUP_FILE_VERSIONS_MAX = 30;
// What staff write to a group (group-nudges.ts)
export const NUDGE_TEXT_MAX = 500;
