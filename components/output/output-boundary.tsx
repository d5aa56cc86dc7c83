'use client';

import { Component, type ReactNode } from 'react';
import styles from './output.module.css';

/** `attempt` changes with each run: what failed to draw is tried again with the next one's outputs. */
type Props = { attempt: number | null; children: ReactNode };
type State = { failure: string | null; attempt: number | null };

/** Keeps one output that can't be drawn from taking the others with it. */
export class OutputBoundary extends Component<Props, State> {
  override state: State = { failure: null, attempt: this.props.attempt };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failure: error instanceof Error ? error.message : String(error) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.attempt === state.attempt ? null : { failure: null, attempt: props.attempt };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return <p className={styles.notice}>This output could not be drawn: {failure}</p>;
  }
}
