import type { StackFrame } from '../stack';
import { GRADIENT_RULES } from './gradient-rules';
import { LAYER_RULES } from './layer-rules';
import { NAME_RULES, NOTHING_RULES } from './name-rules';
import { OPERATION_RULES } from './operation-rules';
import { recursionHint } from './recursion';
import type { Rule } from './rule';
import { SETTING_RULES } from './setting-rules';
import { TENSOR_RULES } from './tensor-rules';
import { TRAINING_RULES } from './training-rules';
import { WINDOW_RULES } from './window-rules';

/** `stack` is the engine's text, with the frames of TensorFlow.js; `frames` are the reader's own, innermost first. */
export type Failure = { message: string; stack?: string; frames?: readonly StackFrame[] };

/**
 * One sentence on what to try, for the failures that readers meet most with TensorFlow.js 4.22; undefined for all
 * others. The messages are those of tfjs-core, tfjs-layers, and of V8, Firefox and Safari.
 */
export function hint({ message, stack = '', frames = [] }: Failure): string | undefined {
  for (const { pattern, within, advise } of RULES) {
    const match = pattern.exec(message);
    if (match !== null && (within === undefined || isWithin(stack, within))) {
      return advise(...match.slice(1).map((group) => group ?? ''));
    }
  }
  return recursionHint(message, frames);
}

/** Methods keep their names in the sandbox's bundle: `at async e.fit (`, in Firefox and Safari `fit@`. */
function isWithin(stack: string, method: string): boolean {
  return new RegExp(
    `^\\s*at (?:async )?\\S*\\.${method} |^(?:async\\*)?\\S*\\b${method}@`,
    'm',
  ).test(stack);
}

const RULES: readonly Rule[] = [
  ...TRAINING_RULES,
  ...LAYER_RULES,
  ...SETTING_RULES,
  ...OPERATION_RULES,
  ...WINDOW_RULES,
  ...TENSOR_RULES,
  ...GRADIENT_RULES,
  ...NAME_RULES,
  ...NOTHING_RULES,
];
