import type { CursorOf, Key, Point } from '../figure-module';
import { formatCount, formatNumber } from '../format';
import { frameAt } from '../frame-at';
import { isNamedByRole } from './named-by-role';
import type { CurveScene } from './scene';

const PAGE = 10;
type CurveCursor = CursorOf<'curve'>;

/** The frame nearest to the pointer, anywhere in a panel. */
export function hitCurve(scene: CurveScene, { x, y }: Point): CurveCursor | null {
  const panel = scene.panels.find(
    ({ plot }) =>
      x >= plot.x - 12 &&
      x <= plot.x + plot.width + 12 &&
      y >= plot.y - 12 &&
      y <= plot.y + plot.height + 12,
  );
  const points = panel?.lines.flatMap((line) => line.points) ?? [];
  if (points.length === 0) return null;
  const nearest = points.reduce((a, b) => (Math.abs(b.x - x) < Math.abs(a.x - x) ? b : a));
  return { kind: 'curve', step: nearest.step };
}

/** Left and right a frame, up and down ten. Starts at the frame shown. */
export function moveCurve(scene: CurveScene, cursor: CurveCursor | null, key: Key): CurveCursor {
  const last = scene.steps.length - 1;
  const from = cursor ? indexOf(scene, cursor.step) : scene.at;
  const to = {
    left: from - 1,
    right: from + 1,
    up: from + PAGE,
    down: from - PAGE,
    home: 0,
    end: last,
  };
  const index = cursor || key === 'home' || key === 'end' ? to[key] : from;
  return { kind: 'curve', step: scene.steps[Math.min(last, Math.max(0, index))] ?? 0 };
}

export function readCurve(scene: CurveScene, cursor: CurveCursor): string {
  const step = scene.steps[indexOf(scene, cursor.step)] ?? cursor.step;
  const values = scene.panels.flatMap((panel) =>
    panel.lines.flatMap((line) => {
      const point = line.points.find((p) => p.step === step);
      if (!point) return [];
      const name = isNamedByRole(panel) ? `${line.role} ${panel.base}` : line.metric;
      return [`${name} ${formatNumber(point.value)}`];
    }),
  );
  return `${scene.stepName} ${formatCount(step)}: ${values.join(', ') || 'no value'}`;
}

const indexOf = (scene: CurveScene, step: number) =>
  Math.max(
    0,
    frameAt(
      scene.steps.map((s) => ({ step: s })),
      step,
    ),
  );
