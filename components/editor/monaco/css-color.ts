/** Any CSS colour as `#rrggbb`, or with `alpha` in 0..1 as `#rrggbbaa`; transparency of its own is lost. */
export function hexColor(color: string, alpha = 1): string {
  const context = canvas();
  if (!context) return '#808080';
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  const parts = alpha < 1 ? [red, green, blue, Math.round(alpha * 255)] : [red, green, blue];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

let cached: CanvasRenderingContext2D | null = null;

function canvas(): CanvasRenderingContext2D | null {
  cached ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext(
    '2d',
    { willReadFrequently: true },
  );
  return cached;
}
