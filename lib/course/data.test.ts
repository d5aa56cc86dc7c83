import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv';
import { createData } from './data';
import { tableFrom } from './table';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';

const table = (csv: string) => tableFrom(parseCsv(csv, 'test.csv'), 'test.csv');

describe('a table', () => {
  it('has columns of numbers and of text, and rows', () => {
    const small = table('x,name,y\n1,a,0.5\n,b,-2e3\n');
    expect(small.columns).toEqual(['x', 'name', 'y']);
    expect(small.length).toBe(2);
    expect(small.rows[0]).toEqual({ x: 1, name: 'a', y: 0.5 });
    expect(small.column('x')).toEqual([1, NaN]);
    expect(small.column('name')).toEqual(['a', 'b']);
  });

  it('tells the kind of a column by its first value that is there', () => {
    expect(table('x,code\n,"7"\n3,"8"\n').rows).toEqual([
      { x: NaN, code: '7' },
      { x: 3, code: '8' },
    ]);
    expect(() => table('x,y\n1,2\n3,n/a\n')).toThrow(
      'test.csv, row 2, column y: “n/a” is not a number, as the rows above have.',
    );
  });

  it('becomes a tensor, in the order asked for', async () => {
    await expectNoLeaks(() => {
      const small = table('x,name,y\n1,a,2\n3,b,4\n');
      const all = small.toTensor();
      const some = small.toTensor(['y']);
      expect(all.arraySync()).toEqual([
        [1, 2],
        [3, 4],
      ]);
      expect(some.arraySync()).toEqual([[2], [4]]);
      all.dispose();
      some.dispose();
    });
  });

  it('says which columns there are, and where the text is', () => {
    const small = table('x,name\n1,a\n');
    expect(() => small.column('z')).toThrow('test.csv has no column “z”. Its columns: x, name.');
    expect(() => small.toTensor(['name'])).toThrow(
      'row 1 of column name holds “a”. Columns of numbers in test.csv: x.',
    );
  });
});

describe('data', () => {
  it('gives the Pima data as it is published', async () => {
    const pima = await createData(fakeHost()).pima();
    expect(pima.length).toBe(768);
    expect(pima.columns).toEqual([
      'pregnant',
      'glucose',
      'pressure',
      'triceps',
      'insulin',
      'mass',
      'pedigree',
      'age',
      'diabetes',
    ]);
    expect(pima.rows[0]).toEqual({
      pregnant: 6,
      glucose: 148,
      pressure: 72,
      triceps: 35,
      insulin: 0,
      mass: 33.6,
      pedigree: 0.627,
      age: 50,
      diabetes: 'pos',
    });
    const outcomes = pima.column('diabetes');
    expect(outcomes.filter((outcome) => outcome === 'pos')).toHaveLength(268);
    expect(outcomes.filter((outcome) => outcome === 'neg')).toHaveLength(500);
    const zeros = (['glucose', 'pressure', 'triceps', 'insulin', 'mass'] as const).map(
      (name) => pima.column(name).filter((value) => value === 0).length,
    );
    // The counts that the literature on this data set gives for its missing values.
    expect(zeros).toEqual([5, 35, 227, 374, 11]);
    const tensor = pima.toTensor();
    expect(tensor.shape).toEqual([768, 8]);
    tensor.dispose();
  });

  it('gives the weather of Seattle, a row a day', async () => {
    const seattle = await createData(fakeHost()).seattle();
    expect(seattle.columns).toEqual(['date', 'precipitation', 'high', 'low', 'wind', 'weather']);
    const days = seattle.column('date').map((date) => Date.parse(date) / 86_400_000);
    expect(days).toHaveLength(1461);
    expect(days.every((day, at) => day === Date.UTC(2012, 0, 1) / 86_400_000 + at)).toBe(true);
    expect(seattle.rows[0]).toEqual({
      date: '2012-01-01',
      precipitation: 0,
      high: 12.8,
      low: 5,
      wind: 4.7,
      weather: 'drizzle',
    });
    expect(Math.max(...seattle.column('high'))).toBe(35.6);
    const tensor = seattle.toTensor(['high']);
    expect(tensor.shape).toEqual([1461, 1]);
    tensor.dispose();
  });

  it('gives carbon dioxide at Mauna Loa, without a gap from May 1964 on', async () => {
    const co2 = await createData(fakeHost()).co2();
    expect(co2.length).toBe(741);
    expect(co2.rows[0]).toEqual({ date: '1958-03-01', co2: 315.7, adjusted: 314.44 });
    expect(co2.rows.at(-1)).toEqual({ date: '2020-04-01', co2: 416.18, adjusted: 413.35 });
    const months = co2.column('date').map((date) => {
      const [year = 0, month = 0] = date.split('-').map(Number);
      return 12 * year + month;
    });
    const gaps = months.flatMap((month, at) => (at > 0 && month - months[at - 1]! > 1 ? at : []));
    expect(gaps.map((at) => co2.rows[at]?.date)).toEqual([
      '1958-07-01',
      '1958-11-01',
      '1964-05-01',
    ]);
  });

  it('gives first names, each once', async () => {
    const { female, male } = await createData(fakeHost()).names();
    expect([female.length, male.length]).toEqual([4944, 3897]);
    expect([new Set(female).size, new Set(male).size]).toEqual([4944, 3897]);
    expect([...female, ...male].every((name) => /^[A-Z][A-Za-z]*(-[A-Z][a-z]+)?$/.test(name))).toBe(
      true,
    );
    expect(female).toContain('Ada');
    expect(male).toContain('Alan');
  });

  it('gives each caller a table of its own, from one fetch', async () => {
    const host = fakeHost();
    let fetches = 0;
    const data = createData({
      progress() {},
      fetchData(path) {
        fetches += 1;
        return host.fetchData(path);
      },
    });
    const first = await data.pima();
    first.rows[0]!.age = -1;
    expect((await data.pima()).rows[0]?.age).toBe(50);
    expect(fetches).toBe(1);
  });

  it('tries again after a failed fetch', async () => {
    const host = fakeHost();
    let fails = true;
    const data = createData({
      progress() {},
      async fetchData(path) {
        if (fails) throw new Error('offline');
        return host.fetchData(path);
      },
    });
    await expect(data.pima()).rejects.toThrow('offline');
    fails = false;
    expect((await data.pima()).length).toBe(768);
  });

  it('names the tables there are', async () => {
    const data = createData(fakeHost());
    await expect(data.table('iris')).rejects.toThrow(
      'There is no table “iris”. The tables there are: pima-diabetes, seattle-weather, mauna-loa-co2.',
    );
    await expect(data.table('toString')).rejects.toThrow('There is no table');
  });
});
