import { generic, type Quirks } from './generic.ts';
import { genericRegistration } from './registration.ts';

/** Moodle 4.5 as recorded. */
export const moodle: Quirks = {
  ...generic,
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
