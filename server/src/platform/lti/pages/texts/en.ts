/** The texts of the pages that a launch can end at. `{…}` is filled in when the page is made. */
export const en = {
  problems: {
    notUnderstood: {
      title: 'This request could not be understood',
      text: 'Your learning platform sent something incomplete or in a form that Roundtable does not accept.',
      advice:
        'Open the activity again from your course. If this page comes back, show it to your administrator.',
    },
    notRegistered: {
      title: 'This learning platform is not registered',
      text: 'Roundtable does not know the platform and client id that this link came from.',
      advice:
        'An administrator of Roundtable has to register the platform with exactly this issuer and client id.',
    },
    wrongAddress: {
      title: 'This link leads somewhere else',
      text: 'The address behind this link is not an address of this Roundtable.',
      advice: 'An instructor or administrator has to correct the address of the tool in the course.',
    },
    platformDisabled: {
      title: 'This learning platform has been switched off',
      text: 'An administrator of Roundtable has disabled launches from this platform.',
      advice: 'Ask your administrator whether this is intended.',
    },
    platformPending: {
      title: 'One more step for your administrator',
      text: 'This learning platform has registered itself with Roundtable and waits for approval.',
      advice:
        'An administrator of Roundtable has to approve the platform. Afterwards, open the activity again.',
    },
    openFromCourse: {
      title: 'Open this from a course',
      text: 'Roundtable always works inside a course, and this link did not come from one.',
      advice: 'Go to your course in your learning platform and open the activity there.',
    },
    openAgain: {
      title: 'Please open this again from your course',
      text: 'This link was used before, is too old, or was begun in another browser.',
      advice: 'Go back to your course and open the activity once more. Nothing you wrote is lost.',
    },
    tokenRefused: {
      title: 'Your learning platform’s message was refused',
      text: 'It does not fulfil the rules by which Roundtable makes sure that a launch is genuine.',
      advice:
        'Open the activity again from your course. If this page comes back, show it to your administrator.',
    },
    clocks: {
      title: 'Your learning platform’s message is out of date',
      text: 'Either it took too long to arrive, or the clocks of the platform and of Roundtable differ by more than two minutes.',
      advice:
        'Open the activity again from your course. If this page comes back, ask your administrator to check the clocks.',
    },
    deploymentPending: {
      title: 'One more step for your administrator',
      text: 'Roundtable was added to {platform} in a new place (deployment {deployment}) and waits for approval.',
      advice:
        'An administrator of Roundtable has to approve this deployment. Afterwards, open the activity again.',
    },
    anonymous: {
      title: 'Please sign in first',
      text: 'Your learning platform opened this activity without saying who you are. Roundtable needs to know its members.',
      advice: 'Sign in to your learning platform, go to your course, and open the activity again.',
    },
    platformKeys: {
      title: 'Your learning platform cannot be checked right now',
      text: 'Roundtable could not read the keys by which it recognises messages from your learning platform.',
      advice: 'Try again in a minute. If this page comes back, show it to your administrator.',
    },
    platformError: {
      title: 'Your learning platform reported a problem',
      text: 'It did not let the activity open and said: {words}',
      advice:
        'Go back to your course and open the activity once more. If this page comes back, show it to your administrator.',
    },
    tooManyRequests: {
      title: 'Very many people are opening Roundtable',
      text: 'More requests came from your network than Roundtable accepts at once.',
      advice: 'Wait a minute and open the activity again.',
    },
    unavailable: {
      title: 'Roundtable is not available right now',
      text: 'Something went wrong on our side. It has been recorded.',
      advice: 'Try again in a minute. Nothing you wrote is lost.',
    },
  },
  opening: { title: 'Opening your activity …', text: 'This takes a moment.', button: 'Continue' },
  newTab: {
    title: 'Open in a new tab',
    text: 'Your browser does not let Roundtable remember you inside this page. It works in a tab of its own.',
    button: 'Open in a new tab',
  },
  confirm: {
    title: 'Is this you?',
    asPerson: 'Continue as {name} in {course}?',
    nameless: 'Continue in {course}?',
    button: 'Continue',
    otherwise: 'If this is not you, close this tab and open the activity from your own course.',
    unnamedCourse: 'your course',
  },
  backToCourse: 'Back to the course',
  errorCode: 'Error code',
  requestId: 'Request number',
};

/** A language is complete or does not compile. */
export type PageTexts = typeof en;
