/** Limits of what groups agree on about working together; without zod, since the client counts by them too. */

/** What a team charter is about, in this order. */
export const CHARTER_SECTIONS = ['goals', 'norms', 'roles', 'meetings', 'decisions', 'disagreement'] as const;
export const CHARTER_PROMPT_MAX = 500;
export const CHARTER_TEXT_MAX = 2_000;

/** A member's note in a retrospective: what went well, what did not, what next. */
export const RETROSPECTIVE_TEXT_MAX = 2_000;
export const ACTION_TEXT_MAX = 300;
/** Action items, and lessons offered, of one group in one project. */
export const ACTIONS_MAX = 100;
export const LESSONS_MAX = 20;
export const LESSON_TEXT_MAX = 2_000;
export const LESSON_SEARCH_MAX = 100;

/** What a group is asked about working together after a milestone, in steps from 1 to `DYNAMICS_STEPS`. */
export const DYNAMICS_ASPECTS = ['participation', 'communication', 'disagreement', 'safety'] as const;
export const DYNAMICS_STEPS = 5;
/** Results are those of so many answers at least; smaller groups are not asked. */
export const DYNAMICS_FROM = 3;

/** Roles in the groups of one project; `custom` ones have a name of their own. */
export const TEAM_ROLE_KINDS = ['facilitator', 'ambassador', 'recorder', 'custom'] as const;
export const TEAM_ROLES_MAX = 8;
export const ROLE_NAME_MAX = 80;
export const ROLE_DESCRIPTION_MAX = 500;

/** What a project has in the gradebook: its total, or a column for each milestone too. */
export const PROJECT_COLUMNS = ['total', 'milestones'] as const;
/** What a group writes at a milestone: one text, or beside it an answer to each criterion of the rubric, or a part for each role. */
export const MILESTONE_SECTIONS = ['whole', 'criteria', 'roles'] as const;
export const SECTION_TEXT_MAX = 20_000;

/** Scenarios that each group of a project gets one of. */
export const SCENARIOS_MAX = 12;
export const SCENARIO_TEXT_MAX = 5_000;
/** What one role is told. */
export const MATERIAL_MAX = 5_000;
