/** What is handed in: links and files of certain kinds, chosen by an instructor; or nothing, for live presentations. */
import { onBothScreens, type Screen } from './both-screens.ts';
import { handInAll } from '../factories/taking-part.ts';
import { addPeerReview, openLearners } from './launched.ts';

onBothScreens(
  'moodle',
  'hand-in',
  'links are handed in with where they lead; live presenters say that they take part',
  tell,
);

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Sites on bridges';
  const { activityId, teacher } = await addPeerReview(stack, title);
  const learners = await openLearners(stack, title, 3);
  const [ada, bo, tessa] = await Promise.all(['Ada Ström', 'Bo Baker', 'Tessa Teacher'].map(person));
  if (!ada || !bo || !tessa) throw new Error('somebody is missing');

  const staff = await tessa.open(title);
  await staff.getByRole('link', { name: 'Settings' }).press('Enter');
  const choose = async (part: string, taken: string): Promise<void> => {
    await staff.getByRole('button', { name: new RegExp(`${part}$`) }).press('Enter');
    await staff.getByRole('option', { name: taken }).press('Enter');
  };
  await choose('Links', 'Must be handed in');
  await staff.getByRole('checkbox', { name: 'Video' }).press('Space');
  await look('the settings', tessa);
  await staff.getByRole('button', { name: 'Save settings' }).press('Enter');
  await staff.getByRole('heading', { name: title, level: 1 }).waitFor();

  const author = await ada.open(title);
  const links = author.getByRole('group', { name: 'Links' });
  const address = links.getByRole('textbox', { name: 'Address of a link' });
  await address.fill('example.org');
  await links.getByRole('button', { name: 'Add link' }).press('Enter');
  await links.getByText('Please enter a whole address').waitFor();
  await address.fill('');
  await author.getByRole('button', { name: 'Hand in', exact: true }).press('Enter');
  await links.getByText('At least one link must be handed in.').last().waitFor();
  await look('a link is missing', ada);
  await address.fill('https://www.example.org/bridges');
  await links.getByRole('button', { name: 'Add link' }).press('Enter');
  await links.getByRole('button', { name: 'Remove the link to example.org' }).waitFor();
  await look('the links', ada);
  await author.getByRole('button', { name: 'Hand in', exact: true }).press('Enter');
  await author.getByText(/^Handed in/).waitFor();

  await handInAll({ learners: learners.slice(1), teacher, activityId }, { links: ['https://example.net'] });
  const reviewer = await bo.open(title);
  await reviewer.getByRole('link', { name: /Work A$/ }).press('Enter');
  await reviewer.getByText(/^Leads out of the course to example\.(org|net), in a new tab$/).waitFor();
  await look('the reviewer', bo);

  const live = 'Talks on bridges';
  const nothing = { text: 'off', files: 'off', links: 'off' };
  await addPeerReview(stack, live, {
    settings: {
      anonymity: 'authorsKnown',
      handIn: { ...nothing, fileGroups: ['images'], fileMegabytes: 1, filesMax: 1 },
    },
  });
  const presenter = await ada.open(live);
  await presenter.getByText('You present live: there is nothing to hand in.').waitFor();
  await look('a live presentation', ada);
  await presenter.getByRole('button', { name: 'I take part' }).press('Enter');
  await presenter.getByText(/^Handed in/).waitFor();
}
