import type { ReactNode } from 'react';
import styles from './heading.module.css';

type HeadingProps = { id?: string; className?: string; children?: ReactNode };

/** A section's title, which is the link to the section. */
function heading(Tag: 'h2' | 'h3' | 'h4') {
  return function Heading({ id, children }: HeadingProps) {
    return (
      <Tag id={id} className={styles[Tag]}>
        <a className={styles.link} href={`#${id}`}>
          {children}
        </a>
      </Tag>
    );
  };
}

export const Heading2 = heading('h2');
export const Heading3 = heading('h3');
export const Heading4 = heading('h4');
