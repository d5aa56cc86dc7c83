'use client';

import type { Picture, Pressed, Theme } from '@/lib/figures';
import { FigureCanvas, type Pointed } from './figure-canvas';
import styles from './figure-view.module.css';

type Props = {
  picture: Picture;
  /** What keeps it from being drawn, in words. */
  problem: string | null;
  /** Which of two steps this is, where two are compared; empty where there is one. */
  name: string;
  title: string;
  describedBy: string;
  theme: Theme | null;
  asleep: boolean;
  pointed: Pointed;
  onPoint(pointed: Pointed): void;
  onPress(pressed: Pressed): void;
  onFailure(error: unknown): void;
};

/** The drawing of one step, with the step's name where another stands beside it. */
export function FigureSide(props: Props) {
  const { picture, problem, name, title, describedBy, theme, asleep, pointed } = props;
  return (
    <div className={styles.side}>
      {name && <p className={styles.name}>{name}</p>}
      <FigureCanvas
        picture={picture}
        theme={theme}
        cursor={pointed?.cursor ?? null}
        asleep={asleep}
        label={name ? `${title}, ${name}` : title}
        describedBy={describedBy}
        onPoint={props.onPoint}
        onPress={props.onPress}
        onFailure={props.onFailure}
      />
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
