import { expect, test } from '@jest/globals';
import { isTestUser, roleOf } from './roles.ts';

const M = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const I = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';

test.each([
  ['the instructor of the context', [`${M}#Instructor`], 'instructor'],
  ['a course designer', [`${M}#ContentDeveloper`], 'instructor'],
  ['an administrator of the context', [`${M}#Administrator`], 'instructor'],
  ['a learner', [`${M}#Learner`], 'learner'],
  ['a mentor is an observer', [`${M}#Mentor`], 'observer'],
  [
    'the assistant’s sub-role wins over #Instructor beside it',
    [`${M}#Instructor`, `${M}/Instructor#TeachingAssistant`],
    'assistant',
  ],
  ['several roles give the highest', [`${M}#Learner`, `${M}#Instructor`], 'instructor'],
  ['a short name is a context role', ['Instructor'], 'instructor'],
  ['an institution role gives nothing', [`${I}#Instructor`, `${I}#Administrator`], null],
  [
    'an institution role beside a context role changes nothing',
    [`${I}#Administrator`, `${M}#Learner`],
    'learner',
  ],
  ['a role that contains a known one is another', [`${M}#InstructorOfRecord`, 'LearnerX'], null],
  ['unknown roles give none', ['urn:x'], null],
  ['no roles give none', [], null],
])('%s', (_rule, uris, role) => expect(roleOf(uris)).toBe(role));

test('Canvas’s test student is known by its exact system role', () => {
  expect(isTestUser([`${M}#Learner`, 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser'])).toBe(
    true,
  );
  expect(isTestUser([`${M}#Learner`])).toBe(false);
});
