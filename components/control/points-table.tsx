import { coordinateText, type PointsControl } from '@/lib/controls/plane';
import { axisNames, type Points } from '@/lib/controls/point-edits';
import styles from './points.module.css';

type Props = { id: string; control: PointsControl; points: Points };

/** The points' numbers, in a box that scrolls by itself. */
export function PointsTable({ id, control, points }: Props) {
  return (
    <div
      id={id}
      className={styles.scroll}
      role="region"
      aria-label={`Table: ${control.label}`}
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            {[...axisNames(control.names), 'class'].map((name, index) => (
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point, index) => (
            <tr key={index}>
              <td>{coordinateText(control.x, point.x)}</td>
              <td>{coordinateText(control.y, point.y)}</td>
              <td>{control.labels[point.label]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
