/** Boards and video rooms outside that groups use. */
export const outsidePlaces = {
  title: 'Board and video room',
  kinds: { board: 'Board', videoRoom: 'Video room' },
  open: {
    board: 'Open the board on {{host}} (new tab)',
    videoRoom: 'Join the video room on {{host}} (new tab)',
  },
  change: { board: 'Change the address of the board', videoRoom: 'Change the address of the video room' },
  none: {
    board:
      'There is no board yet. Make one, share it so that everybody in the group can open it, and paste its address here.',
    videoRoom: 'There is no video room yet. Make one and paste its address here.',
  },
  noneYet: 'There is no address yet.',
  notAsked: 'The project has no boards and no video rooms.',
  evidence: 'A board changes. What you hand in with a milestone is a PDF or picture of it.',
  show: 'Show the board here',
  showHint:
    'It is loaded from {{host}}, which learns that you look at it. If it stays empty, open it in a new tab.',
  frame: 'Board on {{host}}',
  address: 'Address',
  addressHint: 'It begins with https:// and leads to {{hosts}}.',
  wrong: 'Enter an address that begins with https:// and leads to one of the services named here.',
  save: 'Save',
  saved: 'The address is saved.',
  all: 'Boards, video and breakout rooms',
  allText:
    'Where each group goes. Open a group to paste or change its addresses; patterns for all groups are in the settings of the project.',
  line: '{{kind}}: {{where}}',
  missing: 'none yet',
  breakout: {
    title: 'Breakout rooms',
    text: 'Who is in which group now, as a file. Zoom takes its file where a meeting is scheduled, under the settings of breakout rooms.',
    zoom: 'CSV for Zoom',
    plain: 'CSV with names',
    zoomName: 'Breakout rooms of {{title}}',
    plainName: 'Groups of {{title}}',
    without_one: '{{count}} member is not in the file',
    without_other: '{{count}} members are not in the file',
    withoutText:
      'Your LMS does not tell their e-mail addresses, and Zoom finds people by these alone. The file with names has everybody.',
  },
  setUp: {
    ask: { board: 'A board outside for each group', videoRoom: 'A video room outside for each group' },
    pattern: 'Address for all groups',
    patternHint:
      '{group} in it stands for the name of the group, for example https://meet.jit.si/our-course-{group}. Leave it empty to have an address pasted for each group. Who knows the pattern can guess the addresses of other groups.',
    groupsPaste: 'Groups may paste an address of their own',
  },
} as const;
