import { classMark } from '@/lib/controls/class-mark';

/** The mark of a class, around (0, 0) of the drawing that it stands in. */
export function PointMark({ label }: { label: number }) {
  const { path, color } = classMark(label);
  return <path d={path} style={{ fill: `var(--class-${color})` }} />;
}
