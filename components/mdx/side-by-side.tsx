import { Children, type ReactNode } from 'react';
import styles from './side-by-side.module.css';

/**
 * Two programs that do the same: beside each other on a wide screen, line against line, and one
 * under the other on a narrow one. It holds two fenced blocks; `left` and `right` name them.
 */
export function SideBySide({
  left,
  right,
  children,
}: {
  left: string;
  right: string;
  children: ReactNode;
}) {
  const [first, second] = Children.toArray(children).filter((child) => typeof child !== 'string');
  return (
    <div className={styles.pair}>
      <Side name={left}>{first}</Side>
      <Side name={right}>{second}</Side>
    </div>
  );
}

function Side({ name, children }: { name: string; children: ReactNode }) {
  return (
    <figure className={styles.side}>
      <figcaption className={styles.name}>{name}</figcaption>
      {children}
    </figure>
  );
}
