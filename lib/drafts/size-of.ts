/** What an object costs besides its fields. */
const OBJECT_BYTES = 16;

/** About how many bytes a value takes when it is stored: strings at two bytes a character, arrays of numbers as they are. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length;
  if (typeof value !== 'object' || value === null) return 8;
  // All of the buffer is stored, however little of it is in view.
  if (ArrayBuffer.isView(value)) return OBJECT_BYTES + value.buffer.byteLength;
  let bytes = OBJECT_BYTES;
  for (const [key, field] of Object.entries(value)) bytes += 2 * key.length + sizeOf(field);
  return bytes;
}
