/** Staff move a member to another group. */
export const groupMove = {
  open: 'Move a member …',
  title: 'Move a member to another group',
  who: 'Who',
  to: 'To which group',
  choose: 'Choose a group',
  group: '{{name}} (people: {{n}})',
  move: 'Move',
  done: '{{name}} is moved.',
  failed: 'The move was not carried out',
  lms: 'Groups that come from the LMS, a file or sections are changed there. Otherwise somebody may have changed the groups at the same moment: try again.',
  changes: 'What happens then:',
  kept: 'The part in what is handed in stays, with its grade: {{titles}}.',
  access:
    'Access to the pages, tasks, meetings and files of this group ends at once, and to those of the new one begins. What the person wrote and did here stays, with their name.',
  coming: 'The person hands in with the new group: {{titles}}.',
  withoutPart: 'The new group has handed in without the person, who has no part in it: {{titles}}.',
  unconfirmed: 'Their confirmation is missing and will be noted as missing: {{titles}}.',
  tasks: 'Open tasks of the person that become free here: {{n}}.',
  evaluations:
    'What members have said of each other, contributions and factors that are applied stay as they are.',
} as const;
