// Runs a recorded step: instructions in memory, one word for what to do and one for each of its arguments. Codes are
// those of lib/devices/replay/opcodes.ts.
import { gemm } from './matmul';
import { binary, choose, compare, convert, logical, unary } from './replay-elementwise';
import { addRows, gatherRows, lookUp, move, oneHot } from './replay-move';
import { argMax, reduce, softmax } from './replay-reduce';

function int(at: usize, place: usize): i32 {
  return load<i32>(at + (place << 2));
}

function float(at: usize, place: usize): f32 {
  return load<f32>(at + (place << 2));
}

/** @param at the address of the first instruction @param end that behind the last one */
export function replay(at: usize, end: usize): void {
  while (at < end) {
    const code = load<i32>(at);
    at += 4;
    switch (code) {
      case 0:
        binary(
          int(at, 0),
          int(at, 1),
          int(at, 2),
          int(at, 3),
          int(at, 4),
          int(at, 5),
          int(at, 6),
          int(at, 7),
          int(at, 8),
          int(at, 9),
        );
        at += 40;
        break;
      case 1:
        unary(int(at, 0), int(at, 1), int(at, 2), int(at, 3), float(at, 4), float(at, 5));
        at += 24;
        break;
      case 2:
        compare(
          int(at, 0),
          int(at, 1),
          int(at, 2),
          int(at, 3),
          int(at, 4),
          int(at, 5),
          int(at, 6),
          int(at, 7),
          int(at, 8),
          int(at, 9),
          int(at, 10),
        );
        at += 44;
        break;
      case 3:
        logical(int(at, 0), int(at, 1), int(at, 2), int(at, 3), int(at, 4));
        at += 20;
        break;
      case 4:
        choose(int(at, 0), int(at, 1), int(at, 2), int(at, 3), int(at, 4));
        at += 20;
        break;
      case 5:
        convert(int(at, 0), int(at, 1), int(at, 2), int(at, 3));
        at += 16;
        break;
      case 6:
        reduce(int(at, 0), int(at, 1), int(at, 2), int(at, 3), int(at, 4), int(at, 5));
        at += 24;
        break;
      case 7:
        argMax(int(at, 0), int(at, 1), int(at, 2), int(at, 3));
        at += 16;
        break;
      case 8:
        softmax(int(at, 0), int(at, 1), int(at, 2), int(at, 3));
        at += 16;
        break;
      case 9:
        move(
          int(at, 0),
          int(at, 1),
          int(at, 2),
          int(at, 3),
          int(at, 4),
          int(at, 5),
          int(at, 6),
          int(at, 7),
          int(at, 8),
          int(at, 9),
          int(at, 10),
          int(at, 11),
          int(at, 12),
          int(at, 13),
        );
        at += 56;
        break;
      case 10:
        gatherRows(int(at, 0), int(at, 1), int(at, 2), int(at, 3), int(at, 4));
        at += 20;
        break;
      case 11:
        lookUp(int(at, 0), int(at, 1), int(at, 2), int(at, 3), int(at, 4), int(at, 5), int(at, 6));
        at += 28;
        break;
      case 12:
        addRows(int(at, 0), int(at, 1), int(at, 2), int(at, 3), int(at, 4), int(at, 5));
        at += 24;
        break;
      case 13:
        oneHot(int(at, 0), int(at, 1), int(at, 2), int(at, 3), int(at, 4), int(at, 5), int(at, 6));
        at += 28;
        break;
      case 14:
        gemm(
          int(at, 0),
          int(at, 1),
          int(at, 2),
          int(at, 3),
          int(at, 4),
          int(at, 5),
          int(at, 6),
          int(at, 7) != 0,
          int(at, 8) != 0,
          int(at, 9),
        );
        at += 40;
        break;
      default:
        unreachable();
    }
  }
}
