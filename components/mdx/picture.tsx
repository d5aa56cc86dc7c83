import styles from './picture.module.css';

/** A paragraph that holds one image: `![what it shows](/pictures/name.png "Caption")`. */
export function Picture({ src, alt, caption }: { src: string; alt: string; caption: string }) {
  return (
    <figure className={styles.figure}>
      {/* eslint-disable-next-line @next/next/no-img-element -- a static file, no optimiser behind it */}
      <img className={styles.image} src={src} alt={alt} loading="lazy" decoding="async" />
      {caption && <figcaption className={styles.caption}>{caption}</figcaption>}
    </figure>
  );
}
