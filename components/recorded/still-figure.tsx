import figureStyles from '@/components/figure/figure-view.module.css';
import type { StillFigure, StillPicture } from '@/lib/recorded/still';
import styles from './recorded.module.css';

/** Narrower than this, a figure is laid out for a phone; the same as in the style sheets. */
const PHONE = '(max-width: 40rem)';

/** A recorded figure as a picture, with its words, in the place that the figure itself will take. */
export function StillFigureView({ figure }: { figure: StillFigure }) {
  const { kind, title, caption, sentence, time, settings } = figure;
  return (
    <figure className={figureStyles.figure} data-figure={kind} data-still="">
      <figcaption className={figureStyles.head}>
        <span className={figureStyles.title}>{title}</span>
        {caption && <span className={figureStyles.caption}>{caption}</span>}
      </figcaption>
      <div className={figureStyles.stage}>
        <div className={styles.scroll} data-scroller="" role="group" aria-label={title}>
          <ThemePicture figure={figure} theme="light" />
          <ThemePicture figure={figure} theme="dark" />
        </div>
      </div>
      {/* The picture's own text says the same to those who do not see it. */}
      <div className={figureStyles.words} aria-hidden="true">
        <p>{sentence}</p>
      </div>
      {settings > 0 && <div className={styles.settings} />}
      <div className={styles.controls} data-time={time} />
    </figure>
  );
}

/** The browser loads that of its theme alone: what is not shown is not near. */
function ThemePicture({ figure, theme }: { figure: StillFigure; theme: 'light' | 'dark' }) {
  const { wide, narrow, sentence } = figure;
  const sizes = ({ width, height }: StillPicture) => ({ width, height });
  return (
    <picture className={styles[theme]}>
      <source media={PHONE} srcSet={narrow[theme]} {...sizes(narrow)} />
      <img
        className={styles.picture}
        src={wide[theme]}
        {...sizes(wide)}
        alt={sentence}
        loading="lazy"
        decoding="async"
      />
    </picture>
  );
}
