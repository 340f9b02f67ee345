import { useState } from 'react';
import { ActionBar } from '../ui/ActionBar.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { CommandMenu, TickMenu } from '../ui/Menu.tsx';
import { PopoverButton } from '../ui/Popover.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { Row, Section, Specimen } from './Specimen.tsx';

const nothing = () => undefined;

const COMMANDS = [
  { id: 'extend', text: 'Give more time', hint: 'Opens the dates of this learner' },
  { id: 'allocate', text: 'Allocate by hand' },
  { id: 'remind', text: 'Send a reminder' },
];

export function OverlaysSection() {
  return (
    <Section title="Overlays">
      <Specimen name="Dialog">
        <Dialogs />
      </Specimen>
      <Specimen name="Menus">
        <Menus />
      </Specimen>
      <Specimen name="Popover">
        <Row>
          <PopoverButton button="Why this grade?" label="Why this grade?">
            <p>The median of three reviews: 70 %, 80 % and 95 %.</p>
          </PopoverButton>
        </Row>
      </Specimen>
      <Specimen name="ActionBar">
        <PickedBar />
      </Specimen>
      <Specimen name="Tooltip">
        <Tooltip text="Takes the whole table with it">
          {(describedBy) => <Button aria-describedby={describedBy}>Export</Button>}
        </Tooltip>
      </Specimen>
    </Section>
  );
}

function PickedBar() {
  const [isShown, setIsShown] = useState(false);
  return (
    <Row>
      <Button onPress={() => setIsShown(true)}>Pick two</Button>
      {isShown && (
        <ActionBar label="2 picked">
          <p>2 picked</p>
          <Button variant="primary" onPress={nothing}>
            Move
          </Button>
          <Button onPress={() => setIsShown(false)}>Pick nobody</Button>
        </ActionBar>
      )}
    </Row>
  );
}

function Dialogs() {
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'long' | null>(null);
  const [name, setName] = useState('');
  const close = () => setOpen(null);
  return (
    <Row>
      <Button onPress={() => setOpen('dialog')}>Open a dialog</Button>
      <Button onPress={() => setOpen('confirm')}>Ask first</Button>
      <Button onPress={() => setOpen('long')}>Open a long dialog</Button>
      {open === 'dialog' && (
        <Dialog
          title="Name the group"
          onClose={close}
          actions={
            <>
              <Button onPress={close}>Cancel</Button>
              <Button variant="primary" onPress={close}>
                Save
              </Button>
            </>
          }
        >
          <TextField label="Name" value={name} onChange={setName} />
        </Dialog>
      )}
      {open === 'long' && (
        <Dialog title="Everything about it" onClose={close} actions={<Button onPress={close}>Close</Button>}>
          {Array.from({ length: 30 }, (_, index) => (
            <p key={index}>Paragraph {index + 1}, so that the dialog is higher than the screen.</p>
          ))}
        </Dialog>
      )}
      {open === 'confirm' && (
        <ConfirmDialog
          title="Start the reviews now?"
          confirm="Start reviews"
          isPending={false}
          onConfirm={close}
          onClose={close}
        >
          <p>Submissions close now. 12 learners take part; each gets 3 works to review.</p>
        </ConfirmDialog>
      )}
    </Row>
  );
}

function Menus() {
  const [ticked, setTicked] = useState(['extend']);
  return (
    <Row>
      <CommandMenu label="More for Ada Ström" items={COMMANDS} onAction={nothing}>
        <Icon name="more" />
      </CommandMenu>
      <TickMenu label="Columns shown" items={COMMANDS} ticked={ticked} onTick={setTicked}>
        Columns shown
      </TickMenu>
    </Row>
  );
}
