import { describe, expect, it, vi } from 'vitest';
import { OpenCells } from './open-cells';

function opened(code: string) {
  const cells = new OpenCells();
  const change = vi.fn();
  const close = cells.open('a', code, change);
  const heard = vi.fn();
  cells.subscribe(heard);
  return { cells, change, close, heard };
}

describe('OpenCells', () => {
  it('tells the owner what was typed, once', () => {
    const { cells, change, heard } = opened('1');
    cells.typed('a', '12');
    cells.typed('a', '12');
    expect(change.mock.calls).toEqual([['12']]);
    expect(heard).not.toHaveBeenCalled();
  });

  it('keeps what was typed since when an older echo arrives', () => {
    const { cells, heard } = opened('1');
    cells.typed('a', '12');
    cells.typed('a', '123');
    cells.received('a', '12');
    expect(cells.code('a')).toBe('123');
    cells.received('a', '123');
    expect(cells.code('a')).toBe('123');
    expect(heard).not.toHaveBeenCalled();
  });

  it('takes a change from outside, such as a reset', () => {
    const { cells, change, heard } = opened('1');
    cells.typed('a', '12');
    cells.received('a', '12');
    cells.received('a', '1');
    expect(cells.code('a')).toBe('1');
    expect(heard).toHaveBeenCalledWith('a');
    expect(change).toHaveBeenCalledTimes(1);
  });

  it('takes a reset to something that was typed and echoed before', () => {
    const { cells } = opened('1');
    for (const code of ['12', '123']) {
      cells.typed('a', code);
      cells.received('a', code);
    }
    cells.received('a', '12');
    expect(cells.code('a')).toBe('12');
  });

  it('forgets a closed cell, but not one that was opened anew under its name', () => {
    const { cells, close } = opened('1');
    cells.open('a', '2', vi.fn());
    close();
    expect(cells.code('a')).toBe('2');
  });
});
