/** A value that is there now, or a promise of it. Which of the two depends on the device. */
export type Soon<T> = T | Promise<T>;

/** Maps a `Soon` without making it later than it is. */
export function mapSoon<T, U>(soon: Soon<T>, use: (value: T) => Soon<U>): Soon<U> {
  return soon instanceof Promise ? soon.then(use) : use(soon);
}

/** All of them: at once when all are there, else a promise. */
export function allSoon<T>(soons: readonly Soon<T>[]): Soon<T[]> {
  return soons.some((soon) => soon instanceof Promise) ? Promise.all(soons) : (soons as T[]);
}
