import { Avatar } from '../ui/Avatar.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import styles from './Gallery.module.css';
import { Row, Section, Specimen } from './Specimen.tsx';

const COLORS = [
  'page',
  'surface',
  'raised',
  'field',
  'text',
  'muted',
  'border',
  'border-strong',
  'accent',
  'accent-hover',
  'accent-soft',
  'on-accent',
  'good',
  'good-soft',
  'warn',
  'warn-soft',
  'bad',
  'bad-soft',
  'series-1',
  'series-2',
  'series-3',
  'series-4',
  'series-5',
  'series-6',
  'scale-1',
  'scale-2',
  'scale-3',
  'scale-4',
  'scale-5',
];

const SIZES = ['xxl', 'xl', 'l', 'm', 's', 'xs'];

const ICONS: IconName[] = [
  'arrowDown',
  'arrowUp',
  'calendar',
  'check',
  'chevronDown',
  'chevronEnd',
  'chevronStart',
  'columns',
  'cross',
  'download',
  'file',
  'filter',
  'grip',
  'half',
  'info',
  'keyboard',
  'retry',
  'search',
  'sort',
  'undo',
  'upload',
  'warning',
];

const nothing = () => undefined;

export function FoundationSection() {
  return (
    <Section title="Foundation">
      <Specimen name="Colours" isWide>
        <ul className={cx(styles['swatches'])}>
          {COLORS.map((color) => (
            <li key={color} className={cx(styles['swatch'])}>
              <span style={{ background: `var(--${color})` }} />
              {color}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="Type">
        {SIZES.map((size) => (
          <p key={size} style={{ fontSize: `var(--text-${size})` }}>
            Text {size}
          </p>
        ))}
      </Specimen>
      <Specimen name="Buttons">
        <Row>
          <Button variant="primary">Primary</Button>
          <Button>Secondary</Button>
          <Button variant="quiet">Quiet</Button>
        </Row>
        <Row>
          <Button variant="primary" isDisabled>
            Primary off
          </Button>
          <Button isDisabled>Secondary off</Button>
          <Button variant="quiet" isDisabled>
            Quiet off
          </Button>
        </Row>
        <Row>
          <Button variant="primary" isPending>
            At work…
          </Button>
          <Button onPress={nothing}>
            <Icon name="download" />
            With a sign
          </Button>
          <Button variant="quiet" aria-label="Search">
            <Icon name="search" />
          </Button>
        </Row>
        <Row>
          <ButtonLink to="/" variant="primary">
            Link as button
          </ButtonLink>
          <ButtonLink to="/">Link as button</ButtonLink>
        </Row>
        <Row>
          <Button>A button whose text is so long that it takes more than one line on a phone</Button>
        </Row>
      </Specimen>
      <Specimen name="Link">
        <p>
          A text with <a href="#link">a link in it</a> and more words.
        </p>
      </Specimen>
      <Specimen name="Icons">
        <Row>
          {ICONS.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </Row>
      </Specimen>
      <Specimen name="Avatars">
        <Row>
          {[
            'Ada Ström',
            'Bo Baker',
            'Chi Nguyễn',
            '王小明',
            'عمر الخيام',
            'x',
            '',
            'Jean-Luc de la Tour',
          ].map((name) => (
            <Avatar key={name} name={name} />
          ))}
        </Row>
      </Specimen>
    </Section>
  );
}
