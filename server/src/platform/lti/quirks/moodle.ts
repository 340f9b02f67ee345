import { generic, type Quirks } from './generic.ts';
import { genericRegistration } from './registration.ts';

const isNumber = (text: string): boolean => /^\d{1,18}$/.test(text);

/** Moodle 4.5 as recorded. */
export const moodle: Quirks = {
  ...generic,
  // A score that is not FullyGraded is dropped but for its comment: a grade cannot be taken away, and "handed in" is a
  // comment alone.
  abilities: { clearsScores: false, handedIn: 'commentOnly' },
  // An unknown person or one who is no learner: 400 with an empty list. A body it cannot read gets words.
  refusalCause: (status, body) => {
    if (status === 400 && body.trim() === '[]') return 'notAMember';
    return status === 404 ? 'columnGone' : generic.refusalCause(status, body);
  },
  pageQuery: { limit: '500' },
  // Its issuer is its address (wwwroot), its context id the course's number, its resource link id the activity's: recorded
  // as `course` and `instanceid` of the return_url. mod/lti/view.php takes the latter as `l`.
  placesOf: ({ issuer, contextId, resourceLinkId }) => ({
    course: isNumber(contextId) ? `${issuer}/course/view.php?id=${contextId}` : null,
    link:
      resourceLinkId !== null && isNumber(resourceLinkId)
        ? `${issuer}/mod/lti/view.php?l=${resourceLinkId}`
        : null,
  }),
  // It has no groups service: ids of the person's own groups, without names.
  customParameters: { ...generic.customParameters, groups: '$Moodle.Person.userGroupIds' },
  // Its line items' Link header is HTML-escaped and quoted by UTF-8 typographic quotes: rel=”next”.
  linkHeader: (header) =>
    Buffer.from(header, 'latin1').toString('utf8').replaceAll(/[“”]/g, '"').replaceAll('&amp;', '&'),
  // The tool stays Pending until an administrator presses Activate. Of what we send it drops the resource-link message,
  // which it always sends anyway.
  registration: { ...genericRegistration, nextStep: 'activate' },
};
