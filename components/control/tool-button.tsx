import type { ReactNode } from 'react';

type Props = { enabled: boolean; onPress: () => void; children: ReactNode };

/** A button that keeps the focus when there is nothing more for it to do. */
export function ToolButton({ enabled, onPress, children }: Props) {
  return (
    <button type="button" aria-disabled={!enabled} onClick={() => enabled && onPress()}>
      {children}
    </button>
  );
}
