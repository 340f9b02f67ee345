import { contributions } from './contributions.ts';
import { groupWorkFactors } from './group-work-factors.ts';
import { groupEffects } from './group-effects.ts';
import { groupMove } from './group-move.ts';
import { groupNudge } from './group-nudge.ts';
import { groupRoom } from './group-room.ts';
import { groupStandings } from './group-standings.ts';
import { groupWorkSetUp } from './group-work-set-up.ts';
import { retrospective } from './retrospective.ts';
import { teamDynamics } from './team-dynamics.ts';
import { groupFiles } from './group-files.ts';
import { outsidePlaces } from './outside-places.ts';
import { materials } from './materials.ts';
import { planning } from './planning.ts';
import { plenaryTexts } from './plenary.ts';
import { presentations } from './presentations.ts';
import { teamCharter } from './team-charter.ts';
import { teamRoles } from './team-roles.ts';
import { workspace } from './workspace.ts';

/** What people read of group projects. */
export const groupWork = {
  groupWork: {
    brief: 'The project',
    milestones: 'Milestones',
    observedGroup: 'Group: {{name}}',
    ownGroup: 'Your group: {{name}}',
    room: {
      label: 'Working together in {{name}}',
      talk: 'Talk',
    },
    members: 'Members: {{names}}',
    you: 'You',
    somebody: 'Somebody',
    unnamed: 'Group',
    points: 'Points: {{points}}',
    nothingYet: 'Nothing is handed in yet.',
    lateRule: 'Late work is taken until {{when}}; each day begun takes off {{percent}}.',
    how: {
      any: 'What one of you hands in counts for the whole group.',
      all: 'Everybody in the group confirms what is handed in. At the deadline it counts even if somebody is missing.',
    },
    observedCopy: 'Read what was handed in: {{title}}',
    noGroup: {
      title: 'You are in no group yet',
      text: 'Once you are in a group, its milestones are here. Ask your instructor if you do not know which group is yours.',
    },
    state: {
      open: 'Open',
      late: 'Overdue',
      missed: 'Missed',
      toConfirm: 'To be confirmed',
      handedIn: 'Handed in',
    },
    when: {
      due: 'Due {{when}}',
      late: 'Was due {{due}}; taken until {{closes}}',
      missed: 'Closed {{when}}',
      handedIn: 'Handed in {{when}}.',
      daysLate_one: '{{count}} day late.',
      daysLate_other: '{{count}} days late.',
      unconfirmed_one: '{{count}} confirmation is missing.',
      unconfirmed_other: '{{count}} confirmations are missing.',
    },
    missed: {
      title: 'Nothing can be handed in any more',
      text: 'The deadline has passed. Your instructor can give your group more time.',
    },
    overview: {
      title: 'All groups',
      group: 'Group',
      inNoGroup_one: '{{count}} learner is in no group',
      inNoGroup_other: '{{count}} learners are in no group',
      none: 'There are no groups yet',
      toGroups: 'Make groups',
    },
    copy: {
      pages: 'Pages',
      title: 'What is handed in',
      by: 'Version {{n}}, handed in by {{name}}, {{when}}. It stays as it was then.',
    },
    confirm: {
      title: 'Confirmations',
      ask: 'Your group asks for your confirmation. Please read the copy above first.',
      at: 'Confirmed {{when}}',
      objection: 'Finds something wrong: {{text}}',
      waiting: 'Not confirmed yet',
      missing: 'Not confirmed',
      button: 'Confirm',
      wrong: 'Something is wrong',
      what: 'What is wrong?',
      whatHint: 'Your group reads this with your name.',
      say: 'Tell the group',
      done: 'Confirmed.',
      said: 'Your group is told.',
    },
    withdraw: {
      button: 'Take back',
      title: 'Take the work back?',
      text: 'Then nothing is handed in until somebody of your group hands in again. Everybody in the group is told. The text below stays.',
      done: 'The work is taken back.',
    },
    left: {
      time: 'From {{from}} until {{until}}',
      observed: 'Group left: {{name}}',
      heading: 'Groups that you have left',
      link: '{{title}} ({{name}})',
      title: 'You have left this group',
      text: 'You can read what was handed in while you were there, as it was then.',
    },
    earlier: {
      title: 'Earlier versions',
      replaced: 'Version {{n}}: {{when}}, {{name}}',
      withdrawn: 'Version {{n}}: {{when}}, {{name}} (taken back)',
    },
    sections: {
      missing_one: '{{count}} part is missing',
      missing_other: '{{count}} parts are missing',
      isMissing: 'Missing',
      mayHandIn: 'You can hand in all the same. Your teachers see what is missing.',
    },
    write: {
      title: 'What you write together',
      text: 'Text of the group',
      hint: 'Everybody in your group can read and change this.',
      pages: 'Pages to hand in with it',
      pagesHint:
        'Each page is handed in with the text it has at that moment. What you write on it afterwards is not in the copy.',
      files: 'Files',
      snapshot:
        'This is made on the board of your group. Add a PDF or picture of it (PNG, JPEG) here: a link alone is no evidence, since a board changes.',
      afterHandIn: 'What you change here counts only when it is handed in again.',
      behind: '{{name}} has saved a newer version.',
      load: 'Show it',
      uploading: 'Please wait until all files are there.',
      empty: 'Write something or add a file first.',
      handIn: 'Hand in for the group',
      handInAgain: 'Hand in again',
      done: 'Handed in. Everybody in your group has a receipt.',
      doneToConfirm: 'The others are asked to confirm it now.',
      stale: {
        title: '{{name}} has saved meanwhile',
        text: 'Your text is still here and not saved. Take over what is saved, or save yours over it.',
      },
    },
    grades: {
      title: 'Grades',
      released: 'Learners see their grades, and the course gradebook has them or gets them.',
      notReleased: 'Learners see no grade yet. Open what a group has handed in to give it points.',
      release: 'Release grades',
      again: 'Compute grades anew',
      withdraw: 'Take grades back',
      releasing: 'Grades are being released …',
      withdrawing: 'Grades are being taken back …',
      ask: {
        release:
          'Each learner sees the own grade, made of the milestones that are marked or missed so far, and it goes to the course gradebook. It follows what you change later.',
        withdraw: 'Learners see no grade any more, and the course gradebook is asked to clear it.',
      },
    },
    result: {
      title: 'Your grade',
      none: 'There is no grade for you yet.',
      more: 'For you {{points}} more: {{reason}}',
      less: 'For you {{points}} fewer: {{reason}}',
      excused: 'This milestone does not count for your group.',
    },
    mark: {
      title: 'Grade for the group',
      given: 'Given: {{points}} of {{maximum}} for version {{n}}, by {{name}}, {{when}}.',
      points: 'Points, up to {{maximum}}',
      comment: 'Comment for the group',
      commentHint: 'Everybody in the group reads it once grades are released.',
      hidden:
        'The names of groups, members and files are hidden; texts can still tell. What single members get more or less stays as it is.',
      absent: 'Absent at the presentation of {{when}}: {{names}}.',
      wasAbsent: 'Absent at the presentation',
      excused: 'Excused: the milestone does not count for this group, until somebody marks it.',
      milestone: 'Milestone',
      adjustments: 'Single members',
      adjustmentsText:
        'Points more or fewer than the group. Only the member reads the difference and its reason.',
      difference: 'Difference for {{name}}',
      reason: 'Reason for {{name}}',
      needsReason: 'Say why: the member reads it.',
      save: 'Save the grade',
      done: 'The grade is saved.',
    },
    factors: groupWorkFactors,
    setUp: groupWorkSetUp,
  },
  groupFiles,
  outsidePlaces,
  contributions,
  groupEffects,
  groupMove,
  groupNudge,
  groupStandings,
  materials,
  presentations,
  retrospective,
  teamDynamics,
  teamCharter,
  teamRoles,
  workspace,
  ...groupRoom,
  ...planning,
  ...plenaryTexts,
} as const;
