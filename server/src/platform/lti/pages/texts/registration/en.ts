/** The texts of the pages that a learning platform shows while it registers Roundtable. `{…}` is filled in. */
export const en = {
  ask: {
    title: 'Register Roundtable with {host}?',
    text: 'Roundtable and this learning platform exchange their addresses and keys. It will be known in Roundtable as {name}.',
    asks: 'Roundtable asks for: names and e-mail addresses of the people who use it, the lists of members and groups of the courses it is used in, and the right to write grades for its own activities.',
    button: 'Register',
  },
  done: {
    title: 'Two steps remain',
    text: 'Roundtable and {name} know each other now. Nobody can open Roundtable before both steps are done.',
    activate: 'In Moodle: under “Manage tools”, press Activate on the card of Roundtable.',
    enable: 'In Canvas: review the app’s settings and enable it.',
    check: 'In the learning platform: if Roundtable is shown as pending or inactive, activate it there.',
    approve: 'In Roundtable: an administrator approves {name} at {console}.',
    button: 'Close',
    fallback: 'If this window stays open, close it and reload the list of tools.',
  },
  problemTitle: 'Roundtable could not be registered',
  problems: {
    REGISTRATION_PARAMETERS: {
      text: 'This address is opened by a learning platform while it registers Roundtable, and something of it is missing.',
      advice:
        'Copy the whole address of the invitation into the form for dynamic registration of your learning platform.',
    },
    INVITATION_UNKNOWN: {
      text: 'The invitation in this address is not known here.',
      advice: 'Check that the whole address was copied, or ask an administrator of Roundtable for a new one.',
    },
    INVITATION_USED: {
      text: 'This invitation has been used already; each works once.',
      advice: 'Ask an administrator of Roundtable for a new one.',
    },
    INVITATION_EXPIRED: {
      text: 'The time of this invitation is over.',
      advice: 'Ask an administrator of Roundtable for a new one.',
    },
    INVITATION_REVOKED: {
      text: 'This invitation has been withdrawn.',
      advice: 'Ask an administrator of Roundtable for a new one.',
    },
    CONFIGURATION_ADDRESS_REFUSED: {
      text: 'Roundtable does not call {address}. It calls https addresses on the public internet only.',
      advice:
        'A learning platform inside a private network can be registered by file or by command; the administrator’s guide says how.',
    },
    CONFIGURATION_UNREACHABLE: {
      text: 'Roundtable could not reach {host}.',
      advice: 'Check that it can be reached from the internet with a valid certificate, then start again.',
    },
    CONFIGURATION_UNREADABLE: {
      text: 'What came in the place of the learning platform’s configuration cannot be used ({field}).',
      advice: 'Check that dynamic registration is enabled in the learning platform, then start again.',
    },
    CONFIGURATION_ISSUER_FOREIGN: {
      text: 'The configuration at {host} speaks for {issuer}, which is another host.',
      advice:
        'If this is as it should be, the platform can be registered by file or by command; the administrator’s guide says how.',
    },
    CONFIGURATION_ENDPOINT_FOREIGN: {
      text: 'The configuration wants the registration to be sent to another host, {host}.',
      advice:
        'If this is as it should be, the platform can be registered by file or by command; the administrator’s guide says how.',
    },
    REGISTRATION_TOKEN_USED: {
      text: 'The learning platform says that its registration token has been used already.',
      advice: 'Start the registration anew in the learning platform. The invitation can still be used.',
    },
    REGISTRATION_REFUSED: {
      text: 'The learning platform refused: {status} {words}',
      advice: 'Settle what it objects to, then start again. The invitation can still be used.',
    },
    REGISTRATION_ANSWER_LOST: {
      text: 'The answer of {host} did not arrive. Perhaps it has stored Roundtable all the same.',
      advice:
        'Delete Roundtable in the learning platform if it is there, then start again. The invitation can still be used.',
    },
    REGISTRATION_ANSWER_UNREADABLE: {
      text: 'The learning platform’s answer names no client id.',
      advice:
        'Delete Roundtable in the learning platform if it is there, then start again. The invitation can still be used.',
    },
    REGISTRATION_EXISTS: {
      text: 'A platform of the issuer {issuer} with the same client id is registered already. It was not changed.',
      advice: 'Ask an administrator of Roundtable to look at the registered platforms.',
    },
    TOO_MANY_REQUESTS: {
      text: 'Very many attempts came from your network.',
      advice: 'Wait a minute, then start again.',
    },
    REGISTRATION_FAILED: {
      text: 'Something went wrong on our side. It has been recorded.',
      advice: 'Start again in a minute.',
    },
  },
};

/** A language is complete or does not compile. */
export type RegistrationTexts = typeof en;
