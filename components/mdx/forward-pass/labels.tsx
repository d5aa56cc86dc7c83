import { COLUMNS, EVERY, HEIGHT, placeOf, SIZES, WOMAN } from '@/lib/figures/forward-pass';
import { ANSWER_X } from './answer';
import styles from './drawing.module.css';

const LAST = SIZES.length - 1;
const NOTES = ['numbers', 'units', 'units', 'answer'] as const;

/** Above each layer how large it is, and below the large ones how many of their units are drawn. */
export function Headings() {
  return COLUMNS.map((share, layer) => {
    const place = { x: `${share * 100}%`, dx: layer === LAST ? ANSWER_X : 0 };
    return (
      <text key={share} className={styles.heading} {...place} y={-32}>
        {SIZES[layer]}
        <tspan className={styles.note} {...place} dy={16}>
          {NOTES[layer]}
        </tspan>
      </text>
    );
  });
}

export function SampleNote() {
  return (
    <text className={styles.note} x={`${50 * (COLUMNS[1] + COLUMNS[2])}%`} y={HEIGHT + 20}>
      every {EVERY}th unit drawn
    </text>
  );
}

/** Beside each input its name and her number. */
export function InputNames() {
  return WOMAN.map(({ name, value }, index) => (
    <text key={name} className={styles.name} x={-16} y={placeOf(0, WOMAN.length, index).y + 4}>
      {name} <tspan className={styles.value}>{value}</tspan>
    </text>
  ));
}
