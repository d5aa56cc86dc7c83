/** Moves places apart by at least `gap`, in their order and within `[min, max]`, each as little as that allows. */
export function spread(places: readonly number[], gap: number, min: number, max: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const sorted = order.map((i) => places[i] ?? 0);
  const room = Math.max(min, max - gap * (sorted.length - 1));
  const apart: number[] = [];
  // Each takes the mean of its crowd, so two that collide part to both sides.
  for (const [index, cluster] of clusters(sorted, gap).entries()) {
    const floor = index === 0 ? min : (apart[index - 1] ?? min) + gap;
    apart.push(Math.max(floor, Math.min(cluster, room + gap * index)));
  }
  const result = new Array<number>(places.length);
  order.forEach((original, i) => (result[original] = apart[i] ?? min));
  return result;
}

/** Pool-adjacent: crowds share the offset that moves them least. */
function clusters(sorted: readonly number[], gap: number): number[] {
  const pools: { sum: number; count: number }[] = [];
  sorted.forEach((place, index) => {
    let pool = { sum: place - gap * index, count: 1 };
    for (let last = pools[pools.length - 1]; last; last = pools[pools.length - 1]) {
      if (last.sum / last.count <= pool.sum / pool.count) break;
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  });
  return pools
    .flatMap((pool) => new Array<number>(pool.count).fill(pool.sum / pool.count))
    .map((offset, index) => offset + gap * index);
}
