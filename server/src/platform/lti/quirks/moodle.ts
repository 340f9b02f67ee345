import { generic, type Quirks } from './generic.ts';
import { genericRegistration } from './registration.ts';

const isNumber = (text: string): boolean => /^\d{1,18}$/.test(text);

/** Moodle 4.5 as recorded. */
export const moodle: Quirks = {
  ...generic,
  // Its issuer is its address (wwwroot), its context id the course's number, its resource link id the activity's: recorded
  // as `course` and `instanceid` of the return_url. mod/lti/view.php takes the latter as `l`.
  placesOf: ({ issuer, contextId, resourceLinkId }) => ({
    course: isNumber(contextId) ? `${issuer}/course/view.php?id=${contextId}` : null,
    link:
      resourceLinkId !== null && isNumber(resourceLinkId)
        ? `${issuer}/mod/lti/view.php?l=${resourceLinkId}`
        : null,
  }),
  // A score that is not FullyGraded is dropped; without a value, only its comment is kept.
  canClearGrade: false,
  // It has no groups service: ids of the person's own groups, without names.
  customParameters: { ...generic.customParameters, groups: '$Moodle.Person.userGroupIds' },
  // Its line items' Link header is HTML-escaped and quoted by UTF-8 typographic quotes: rel=”next”.
  linkHeader: (header) =>
    Buffer.from(header, 'latin1').toString('utf8').replaceAll(/[“”]/g, '"').replaceAll('&amp;', '&'),
  // The tool stays Pending until an administrator presses Activate. Of what we send it drops the resource-link message,
  // which it always sends anyway.
  registration: { ...genericRegistration, nextStep: 'activate' },
};
