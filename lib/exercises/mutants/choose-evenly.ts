/** At most `most` of a list, in order and evenly over it. */
export function chooseEvenly<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from(
    { length: most },
    (_, k) => list[Math.floor(((k + 0.5) * list.length) / most)]!,
  );
}
