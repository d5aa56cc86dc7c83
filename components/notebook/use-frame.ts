'use client';

import { createContext, useContext } from 'react';

/** What can be done with the cell around a component. */
export type Frame = {
  name: string;
  first: boolean;
  last: boolean;
  move(by: -1 | 1): void;
  remove(): void;
};

export const FrameContext = createContext<Frame | null>(null);

/**
 * The cell around a component.
 *
 * @throws {Error} outside a `BlockFrame`.
 */
export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (frame === null) throw new Error('This belongs inside a BlockFrame.');
  return frame;
}
