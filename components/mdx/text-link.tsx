import type { ComponentProps } from 'react';
import styles from './text-link.module.css';

/** A link within text. One that leaves the site says nothing to the other side of where it came from. */
export function TextLink({ href = '', children, ...rest }: ComponentProps<'a'>) {
  const isNote = 'data-footnote-ref' in rest || 'data-footnote-backref' in rest;
  const leaves = /^https?:/.test(href);
  return (
    <a
      {...rest}
      href={href}
      className={isNote ? undefined : styles.link}
      rel={leaves ? 'noreferrer' : undefined}
    >
      {children}
    </a>
  );
}
