/** Staff score an example, a learner reviews it and compares, staff see how far they agree and let somebody pass. */
import { onBothScreens, type Screen } from './both-screens.ts';
import { addPeerReview } from './launched.ts';

onBothScreens('moodle', 'calibration', 'learners practise on examples before real reviews open', tell);

async function tell({ stack, person, look }: Screen): Promise<void> {
  const title = 'Essay on bridges';
  await addPeerReview(stack, title, {
    settings: { calibration: { pass: { examples: 1, agreementPercent: 90 }, attempts: 2 } },
  });
  const [ada, tessa] = await Promise.all(['Ada Ström', 'Tessa Teacher'].map(person));
  if (!ada || !tessa) throw new Error('somebody is missing');

  const staff = await tessa.open(title);
  await staff.getByRole('link', { name: 'Examples and calibration' }).press('Enter');
  await staff.getByRole('link', { name: 'Add an example' }).press('Enter');
  await staff.getByRole('textbox', { name: 'Title for the teaching staff' }).fill('A strong one');
  await staff
    .getByRole('textbox', { name: 'Text of the work' })
    .fill('Bridges carry what we trust them with.');
  await staff.getByRole('textbox', { name: 'Points for Content' }).fill('9');
  await staff.getByRole('textbox', { name: /^Why: a comment/ }).fill('It has a thesis.');
  await staff.getByRole('button', { name: /Paragraph/ }).press('Enter');
  await staff.getByRole('option', { name: /^Bridges carry/ }).press('Enter');
  await staff.getByRole('button', { name: 'Comment on it' }).press('Enter');
  const place = staff.getByRole('article', { name: 'Comment 1', exact: true });
  await place.getByRole('textbox', { name: 'Comment 1' }).fill('Here is the thesis.');
  await place.getByRole('button', { name: 'Done' }).press('Enter');
  await look('staff score', tessa);
  await staff.getByRole('button', { name: 'Save example' }).press('Enter');
  await staff.getByRole('listitem').filter({ hasText: 'A strong one' }).getByText('Ready').waitFor();

  const learner = await ada.open(title);
  await learner.getByText(/agree with the teaching staff on 1 more example/).waitFor();
  await look('the activity', ada);
  await learner.getByRole('link', { name: 'To the examples' }).press('Enter');
  await learner.getByRole('link', { name: 'Start review: Example 1' }).press('Enter');
  await learner.getByRole('textbox', { name: 'Points for Content' }).fill('6');
  await learner.getByRole('textbox', { name: 'Comment for the author' }).fill('Rather short.');
  await learner.getByRole('button', { name: /Paragraph/ }).press('Enter');
  await learner.getByRole('option', { name: /^Bridges carry/ }).press('Enter');
  await learner.getByRole('button', { name: 'Comment on it' }).press('Enter');
  const note = learner.getByRole('article', { name: 'Comment 1', exact: true });
  await note.getByRole('textbox', { name: 'Comment 1' }).fill('Whose trust?');
  await note.getByRole('button', { name: 'Done' }).press('Enter');
  await look('the example', ada);
  await learner.getByRole('button', { name: 'Submit review' }).press('Enter');
  await learner.getByText('Agreement: 70%').waitFor();
  await learner.getByRole('row', { name: /Content.*6 of 10.*9 of 10.*30% of the scale lower/ }).waitFor();
  await learner.getByText('It has a thesis.').waitFor();
  await learner.getByRole('listitem').filter({ hasText: 'Here is the thesis.' }).waitFor();
  await learner.getByRole('listitem').filter({ hasText: 'Whose trust?' }).waitFor();
  await look('the comparison', ada);
  await learner.getByRole('link', { name: 'All examples' }).press('Enter');
  await learner.getByText('Attempts: 1 of 2').waitFor();
  await look('the examples', ada);

  const again = await tessa.open(title);
  await again.getByRole('link', { name: 'Examples and calibration' }).press('Enter');
  await again.getByRole('button', { name: 'Let pass: Ada Ström' }).press('Enter');
  await again.getByRole('textbox', { name: 'Reason' }).fill('Was a tutor last year.');
  await look('letting pass', tessa);
  await again.getByRole('button', { name: 'Let pass', exact: true }).press('Enter');
  await again.getByText('Was a tutor last year.').waitFor();
  await look('staff see', tessa);
  const open = await ada.open(title);
  await open.getByText('The teaching staff have opened your reviews for you.').waitFor();
}
