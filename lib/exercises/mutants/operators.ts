import { textAt, type Change, type Mutator } from './change';

/** Each operator and what a mistake would put in its place. */
const OPERATORS: Readonly<Record<string, string>> = {
  ...{ '+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '**': '*' },
  ...{ '+=': '-=', '-=': '+=', '*=': '/=', '/=': '*=' },
  ...{ '&&': '||', '||': '&&', '??': '&&' },
  ...{ '<': '>=', '>=': '<', '>': '<=', '<=': '>' },
  ...{ '===': '!==', '!==': '===', '==': '!=', '!=': '==' },
};

/** What is easily taken for another is worth a second mutant: whether the border itself belongs to it. */
const BORDERS: Readonly<Record<string, string>> = {
  ...{ '<': '<=', '<=': '<', '>': '>=', '>=': '>' },
  ...{ greater: 'greaterEqual', greaterEqual: 'greater', less: 'lessEqual', lessEqual: 'less' },
};

/** The same for methods: on tensors, they are the operators. */
const METHODS: Readonly<Record<string, string>> = {
  ...{ add: 'sub', sub: 'add', mul: 'div', div: 'mul', sum: 'mean', mean: 'sum' },
  ...{ max: 'min', min: 'max', argMax: 'argMin', argMin: 'argMax', sin: 'cos', cos: 'sin' },
  ...{ exp: 'log', log: 'exp', square: 'sqrt', sqrt: 'square', floor: 'ceil', ceil: 'floor' },
  ...{ greater: 'less', less: 'greater', greaterEqual: 'less', lessEqual: 'greater' },
  ...{ maximum: 'minimum', minimum: 'maximum', ones: 'zeros', zeros: 'ones' },
  ...{ onesLike: 'zerosLike', zerosLike: 'onesLike', push: 'unshift' },
};

/** One operator for another, `!` and a sign left out. */
export const operators: Mutator = (node, code) => {
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return replaceBetween(node.left.end, node.right.start, node.operator, code);
    case 'UnaryExpression': {
      const isSign = node.operator === '-' || node.operator === '!';
      return isSign ? [{ start: node.start, end: node.start + 1, text: ' ' }] : [];
    }
    case 'CallExpression': {
      const callee = node.callee;
      if (callee.type !== 'MemberExpression' || callee.computed) return [];
      // Of a model a layer can't be taken away again.
      if (node.arguments.some((argument) => /^tf\.layers\b/.test(textAt(argument, code))))
        return [];
      return othersOf(METHODS, textAt(callee.property, code)).map((text) => ({
        ...placeOf(callee.property),
        text,
      }));
    }
    default:
      return [];
  }
};

/** Brackets and comments may stand between an operand and its operator. */
function replaceBetween(from: number, to: number, operator: string, code: string): Change[] {
  const at = code.slice(from, to).indexOf(operator);
  if (at < 0) return [];
  const place = { start: from + at, end: from + at + operator.length };
  return othersOf(OPERATORS, operator).map((text) => ({ ...place, text }));
}

function placeOf({ start, end }: { start: number; end: number }) {
  return { start, end };
}

function othersOf(table: Readonly<Record<string, string>>, key: string): string[] {
  return [own(table, key), own(BORDERS, key)].filter((other) => other !== undefined);
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
