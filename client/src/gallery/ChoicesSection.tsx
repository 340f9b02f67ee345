import { useState } from 'react';
import { Checkbox, CheckboxGroup } from '../ui/Checkbox.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Slider } from '../ui/Slider.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Section, Specimen } from './Specimen.tsx';

const nothing = () => undefined;

const ORDERS = [
  { id: 'newest', text: 'Newest first' },
  { id: 'oldest', text: 'Oldest first' },
  { id: 'unread', text: 'Unread first', hint: 'Then by time' },
] as const;

type Order = (typeof ORDERS)[number]['id'];

export function ChoicesSection() {
  const [isAnonymous, setIsAnonymous] = useState(true);
  const [kinds, setKinds] = useState<Order[]>(['newest']);
  const [order, setOrder] = useState<Order>('unread');
  const [isOn, setIsOn] = useState(true);
  const [points, setPoints] = useState(7);
  return (
    <Section title="Choices">
      <Specimen name="Checkbox">
        <Checkbox isChecked={isAnonymous} onChange={setIsAnonymous}>
          Reviewers see no names
        </Checkbox>
        <Checkbox isChecked={false} isMixed onChange={nothing}>
          Some of them
        </Checkbox>
        <Checkbox isChecked isDisabled onChange={nothing}>
          Cannot be changed
        </Checkbox>
      </Specimen>
      <Specimen name="CheckboxGroup">
        <CheckboxGroup label="Any of these" choices={ORDERS} value={kinds} onChange={setKinds} />
        <CheckboxGroup
          label="With a fault"
          hint="At least one."
          error="Please choose one."
          choices={ORDERS}
          value={[]}
          onChange={nothing}
        />
      </Specimen>
      <Specimen name="RadioGroup">
        <RadioGroup label="Order" choices={ORDERS} value={order} onChange={setOrder} />
        <RadioGroup label="Order (off)" isDisabled choices={ORDERS} value="oldest" onChange={nothing} />
      </Specimen>
      <Specimen name="RadioGroup, cards">
        <RadioGroup label="Order in cards" look="cards" choices={ORDERS} value={order} onChange={setOrder} />
      </Specimen>
      <Specimen name="RadioGroup, segments">
        <RadioGroup
          label="Order in segments"
          look="segments"
          choices={ORDERS}
          value={order}
          onChange={setOrder}
        />
      </Specimen>
      <Specimen name="Switch">
        <Switch isOn={isOn} onChange={setIsOn}>
          Keyboard shortcuts
        </Switch>
        <Switch isOn={false} onChange={nothing}>
          Off
        </Switch>
        <Switch isOn isDisabled onChange={nothing}>
          Cannot be changed
        </Switch>
      </Specimen>
      <Specimen name="Slider">
        <Slider
          label="Points"
          value={points}
          valueText={`${points} of 10`}
          min={0}
          max={10}
          step={1}
          onChange={setPoints}
        />
        <Slider
          label="Points"
          value={undefined}
          valueText="Not rated yet"
          min={0}
          max={10}
          step={1}
          onChange={nothing}
        />
      </Specimen>
    </Section>
  );
}
