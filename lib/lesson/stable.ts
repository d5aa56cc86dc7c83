/**
 * `derive`, but an outcome that holds the same as the last one is the last one itself, as a store's readers need it.
 * For plain data that JSON can carry.
 */
export function stable<Input, Output>(derive: (input: Input) => Output): (input: Input) => Output {
  let last: { text: string; output: Output } | null = null;
  return (input) => {
    const output = derive(input);
    const text = JSON.stringify(output);
    if (last === null || last.text !== text) last = { text, output };
    return last.output;
  };
}
