import type { Institution, NewPerson } from './state.ts';
import type { Course } from './types.ts';

/** Names as a real roster has them: accents, apostrophes, right-to-left, very long, and one name only. */
const LEARNERS: [givenName: string, familyName: string, locale: string][] = [
  ['Ada', 'Ström', 'en'],
  ['Bo', 'Baker', 'en'],
  ['Chi', 'Nguyễn', 'en'],
  ['Dee', "O'Dell", 'en'],
  ['Émilie', 'Lefèvre-Dubois', 'fr'],
  ['فاطمة', 'الزهراء', 'ar'],
  ['Günther', 'Großmann', 'de'],
  ['Inés', 'García Márquez', 'es'],
  ['美咲', '田中', 'en'],
  ['Maximiliana Konstantina Wilhelmine', 'von und zu Hohenlohe-Waldenburg-Schillingsfürst-Kaunitz', 'de'],
  ['Suharto', '', 'en'],
  ['אבי', 'כהן', 'en'],
];

export function seedDemo(institution: Institution): Course {
  const course = institution.addCourse({ title: 'Collab 101', label: 'COLLAB101' });
  const add = (person: NewPerson): string => institution.addPerson(course, person).id;
  add({ role: 'instructor', givenName: 'Tessa', familyName: 'Teacher', username: 'teacher1' });
  const learners = LEARNERS.map(([givenName, familyName, locale], index) =>
    add({ role: 'learner', givenName, familyName, locale, username: `student${index + 1}` }),
  );
  add({ role: 'assistant', givenName: 'Amal', familyName: 'Assistant', username: 'assistant1' });
  for (const [index, name] of ['Red', 'Green', 'Blue'].entries()) {
    institution.addGroup(course, name, learners.slice(index * 4, index * 4 + 4), 'Project teams');
  }
  return course;
}
