import { useState } from 'react';
import { ComboBox } from '../ui/ComboBox.tsx';
import { DateField, DateTimeField } from '../ui/DateTimeField.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea, TextField } from '../ui/TextField.tsx';
import { Section, Specimen } from './Specimen.tsx';

const nothing = () => undefined;

const SUBMISSIONS = [
  { id: 'text', text: 'Text' },
  { id: 'file', text: 'File', hint: 'PDF, images, up to 20 MB' },
  { id: 'link', text: 'Link to a page' },
] as const;

const PEOPLE = [
  'Ada Ström',
  'Bo Baker',
  'Chi Nguyễn',
  'Dora Diaz',
  'Émile Zola',
  'Fatima Al-Fihri',
  'Grace Hopper',
].map((text) => ({ id: text, text }));

export function FieldsSection() {
  return (
    <Section title="Fields">
      <Specimen name="TextField">
        <Texts />
      </Specimen>
      <Specimen name="TextArea">
        <TextArea
          label="Instructions"
          hint="What to hand in."
          isOptional
          rows={3}
          value=""
          onChange={nothing}
        />
        <TextArea
          label="Comment"
          rows={2}
          value="Too short"
          error="Please write a little more."
          onChange={nothing}
        />
      </Specimen>
      <Specimen name="NumberField">
        <Numbers />
      </Specimen>
      <Specimen name="Select">
        <Selects />
      </Specimen>
      <Specimen name="ComboBox">
        <Combos />
      </Specimen>
      <Specimen name="DateTimeField and DateField">
        <Dates />
      </Specimen>
      <Specimen name="SearchField">
        <Search />
      </Specimen>
    </Section>
  );
}

function Texts() {
  const [value, setValue] = useState('Essay on bridges');
  return (
    <>
      <TextField label="Title" value={value} onChange={setValue} />
      <TextField label="Subtitle" isOptional hint="Shown below the title." value="" onChange={nothing} />
      <TextField label="Title with a fault" value="" error="Please fill this in." onChange={nothing} />
      <TextField label="Title that can only be read" isReadOnly value="Essay on bridges" onChange={nothing} />
    </>
  );
}

function Numbers() {
  const [value, setValue] = useState(1234.5);
  return (
    <>
      <NumberField label="Points" minValue={0} hint="0 to 2,000 points" value={value} onChange={setValue} />
      <NumberField
        label="Points with a fault"
        minValue={0}
        error="A number above 0."
        value={Number.NaN}
        onChange={nothing}
      />
      <NumberField label="Points to read" minValue={0} isReadOnly value={20} onChange={nothing} />
    </>
  );
}

function Selects() {
  const [kind, setKind] = useState<'text' | 'file' | 'link' | null>('file');
  return (
    <>
      <Select label="What learners hand in" choices={SUBMISSIONS} value={kind} onChange={setKind} />
      <Select
        label="Not chosen yet"
        placeholder="Choose one"
        hint="You can change this later."
        choices={SUBMISSIONS}
        value={null}
        onChange={nothing}
      />
      <Select
        label="With a fault"
        error="Please choose one."
        choices={SUBMISSIONS}
        value={null}
        onChange={nothing}
      />
    </>
  );
}

function Combos() {
  const [person, setPerson] = useState<string | null>('Chi Nguyễn');
  return (
    <>
      <ComboBox label="Person" choices={PEOPLE} value={person} onChange={setPerson} />
      <ComboBox
        label="Person with a fault"
        hint="Type a part of the name."
        error="Please choose somebody."
        choices={PEOPLE}
        value={null}
        onChange={nothing}
      />
    </>
  );
}

function Dates() {
  const [moment, setMoment] = useState('2026-11-29T23:59');
  const [day, setDay] = useState('2026-11-29');
  return (
    <>
      <DateTimeField label="Submissions close" value={moment} onChange={setMoment} />
      <DateTimeField label="Reviews close" hint="After submissions." value="" onChange={nothing} />
      <DateTimeField
        label="Too early"
        error="Reviews must close after submissions."
        value="2026-07-01T08:00"
        onChange={nothing}
      />
      <DateTimeField label="To read" isReadOnly value="2026-07-01T08:00" onChange={nothing} />
      <DateField label="First day" value={day} onChange={setDay} />
    </>
  );
}

function Search() {
  const [text, setText] = useState('bridge');
  return (
    <>
      <SearchField label="Search posts" value={text} onChange={setText} />
      <SearchField label="Search people" value="" onChange={nothing} />
    </>
  );
}
