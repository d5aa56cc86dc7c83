import type { Control, ControlPoint, ControlValue } from './control';

/**
 * Whether a value can stand in a control. One that no longer does, since the code was changed under it, counts as
 * never set: the control has the value that the code gives it.
 */
export function fitsControl(control: Control, value: ControlValue): boolean {
  switch (control.kind) {
    case 'slider':
      return typeof value === 'number' && isWithin(value, [control.min, control.max]);
    case 'choice':
      return typeof value === 'string' && control.options.includes(value);
    case 'toggle':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string';
    case 'draw':
      return value instanceof Float32Array && value.length === control.size ** 2;
    case 'points':
      return Array.isArray(value) && value.every((point) => isOnPlane(point, control));
    case 'file':
      return value === null || (isFile(value) && value.kind === control.accept);
    default:
      return control satisfies never;
  }
}

type Plane = Extract<Control, { kind: 'points' }>;

function isOnPlane({ x, y, label }: ControlPoint, plane: Plane): boolean {
  return isWithin(x, plane.x) && isWithin(y, plane.y) && label < plane.labels.length;
}

function isWithin(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high;
}

function isFile(value: ControlValue): value is Extract<ControlValue, { kind: string }> {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
