import { isCellId } from '@/lib/protocol';

/**
 * Gives each cell a name that no other has: the one it wants where that is free and can be a cell's id, else
 * `<base>-1`, `<base>-2`, … The names in `reserved` are left for those that want them.
 */
export function cellNamer(reserved: Iterable<unknown>) {
  const taken = new Set<string>();
  const wanted = new Set(reserved);
  const counts = new Map<string, number>();
  return (wish: unknown, base: string): string => {
    if (isCellId(wish) && !taken.has(wish)) {
      taken.add(wish);
      return wish;
    }
    let name = '';
    do {
      const count = (counts.get(base) ?? 0) + 1;
      counts.set(base, count);
      name = `${base}-${count}`;
    } while (taken.has(name) || wanted.has(name));
    taken.add(name);
    return name;
  };
}
