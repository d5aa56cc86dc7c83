import type { Monaco } from './loaded-monaco';

/** A name with a call after it, type arguments allowed between. */
const CALLED = /[a-zA-Z_$][\w$]*(?=\s*(?:<[\w\s,.[\]|]*>)?\()/;

/** TypeScript's grammar with calls told apart from other names, as in the highlighted code of the page. */
export function installGrammar({ languages, typescriptGrammar }: Monaco): void {
  const { tokenizer } = typescriptGrammar;
  const call = [CALLED, { cases: { '@keywords': 'keyword', '@default': 'function' } }];
  const grammar = {
    ...typescriptGrammar,
    tokenizer: { ...tokenizer, common: [call, ...(tokenizer.common ?? [])] },
  } as Parameters<typeof languages.setMonarchTokensProvider>[1];
  languages.setMonarchTokensProvider('typescript', grammar);
}
