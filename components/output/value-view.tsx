import type { ValueTree } from '@/lib/protocol';
import { primitiveText, valuePreview } from '@/lib/lesson/value-preview';
import { Disclosure } from './disclosure';
import { LateInside } from './late-inside';
import { TensorView } from './tensor-view';
import styles from './value.module.css';

/** Objects of at most this many entries are open where they stand alone. */
const OPEN_ENTRIES = 12;

type Props = {
  value: ValueTree;
  /** The key under which the value stands in its parent. */
  name?: string;
  /** Whether it stands alone, as a cell's last value does, or among others. */
  alone?: boolean;
};

/** A copied value: one line, and what is in it beneath when it is opened. A server can render it. */
export function ValueView({ value, name, alone = false }: Props) {
  if (value.type === 'tensor' && alone) return <TensorView tensor={value.tensor} />;
  if (!hasMore(value)) {
    return (
      <span className={styles.line}>
        <Name name={name} />
        <Leaf value={value} quoted={name !== undefined || alone} />
      </span>
    );
  }
  const open = alone && value.type === 'object' && value.entries.length <= OPEN_ENTRIES;
  return (
    <Disclosure line={<Preview value={value} name={name} />} initiallyOpen={open}>
      {open ? <Inside value={value} /> : <LateInside value={value} />}
    </Disclosure>
  );
}

function Preview({ value, name }: Pick<Props, 'value' | 'name'>) {
  return (
    <>
      <Name name={name} />
      {valuePreview(value)}
    </>
  );
}

/** What a value has in it, one entry a line. */
export function Inside({ value }: { value: ValueTree }) {
  if (value.type === 'tensor') return <TensorView tensor={value.tensor} headless />;
  if (value.type !== 'object') return null;
  return (
    <ul className={styles.entries}>
      {value.entries.map((entry, index) => (
        <li key={index}>
          <ValueView value={entry.value} name={entry.key} />
        </li>
      ))}
      {value.omitted > 0 && (
        <li className={styles.note}>and {value.omitted.toLocaleString('en')} more</li>
      )}
    </ul>
  );
}

function Name({ name }: { name: string | undefined }) {
  return name === undefined ? null : <span className={styles.name}>{name}: </span>;
}

/** `quoted`: a string that is printed by itself is text, among values it is a string. */
function Leaf({ value, quoted }: { value: ValueTree; quoted: boolean }) {
  if (value.type !== 'primitive') {
    return <span className={styles[value.type]}>{valuePreview(value, Infinity)}</span>;
  }
  const text = quoted ? primitiveText(value.kind, value.text) : value.text;
  const look = value.kind === 'string' && !quoted ? 'text' : value.kind;
  return <span className={styles[look]}>{text}</span>;
}

function hasMore(value: ValueTree): boolean {
  if (value.type === 'object') return value.entries.length > 0 || value.omitted > 0;
  return value.type === 'tensor' && !value.tensor.disposed && value.tensor.shape.length > 0;
}
