import type { Cell, Table } from '@/lib/figures/figure-module';
import type { RunRecord } from './run-record';

/** Runs laid out to be compared. */
export type RunsTable = {
  /** The settings of which at least two runs differ, in the order in which runs have them. */
  differing: readonly string[];
  /** Those that are the same in all. */
  common: readonly (readonly [name: string, value: string])[];
  /** The metrics that any of them ends with. */
  metrics: readonly string[];
};

export function runsTable(runs: readonly RunRecord[]): RunsTable {
  const names = [...new Set(runs.flatMap(({ settings }) => settings.map(([name]) => name)))];
  const values = (name: string) => new Set(runs.map((run) => settingOf(run, name)));
  const differing = names.filter((name) => values(name).size > 1);
  const common = names
    .filter((name) => !differing.includes(name))
    .map((name) => [name, settingOf(runs[0], name) ?? ''] as const);
  const metrics = [...new Set(runs.flatMap((run) => Object.keys(lastValues(run))))].sort(byMeaning);
  return { differing, common, metrics };
}

/** The loss first, then by name, each with that of validation after it. */
function byMeaning(a: string, b: string): number {
  const key = (metric: string) => {
    const base = metric.replace(/^val_/, '');
    return `${base === 'loss' ? 0 : 1} ${base} ${base === metric ? 0 : 1}`;
  };
  return key(a) < key(b) ? -1 : 1;
}

/** Undefined where the run has no such setting. */
export function settingOf(run: RunRecord | undefined, name: string): string | undefined {
  return run?.settings.find(([each]) => each === name)?.[1];
}

/** The last value of each metric: of validation, too, which need not be measured at the very last step. */
export function lastValues({ points }: RunRecord): Readonly<Record<string, number>> {
  return Object.assign({}, ...points.map(({ values }) => values)) as Record<string, number>;
}

/** How a run came about, where that was not from the top; empty where it was. */
export function originOf({ branchedAt, trainedOn, stepName }: RunRecord): string {
  if (branchedAt.length > 0) return `branched at ${stepName} ${branchedAt.join(', ')}`;
  return trainedOn > 0 ? `trained ${trainedOn + 1} times` : '';
}

/** All that is known of runs but their curves, for a file. */
export function runsFile(runs: readonly RunRecord[]): Table {
  const { metrics } = runsTable(runs);
  const names = [...new Set(runs.flatMap(({ settings }) => settings.map(([name]) => name)))];
  const row = (run: RunRecord): Cell[] => [
    run.number,
    run.name,
    new Date(run.at).toISOString(),
    run.status,
    originOf(run),
    run.ms === null ? null : run.ms / 1000,
    run.device,
    run.seed,
    run.codeHash,
    ...names.map((name) => settingOf(run, name) ?? null),
    ...metrics.map((metric) => lastValues(run)[metric] ?? null),
  ];
  const columns = ['run', 'name', 'ended', 'status', 'origin', 'seconds', 'device', 'seed', 'code'];
  return {
    caption: 'Runs',
    columns: [...columns, ...names, ...metrics.map((metric) => `last ${metric}`)],
    rows: runs.map(row),
  };
}

/** The points of one metric, by run, for a figure. */
export function pointsOf(run: RunRecord, metric: string): { step: number; value: number }[] {
  return run.points.flatMap(({ step, values }) => {
    const value = values[metric];
    return value === undefined ? [] : [{ step, value }];
  });
}
