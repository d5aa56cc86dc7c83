/** The roles of code that the page's tokens colour, `--code-<role>`. */
export type CodeRole = 'ink' | 'keyword' | 'string' | 'number' | 'comment' | 'function' | 'type';

/** The first part of Monaco's name for a kind of token (`type.identifier.ts`), and its role here. */
const ROLES: Record<string, CodeRole> = {
  keyword: 'keyword',
  string: 'string',
  regexp: 'string',
  number: 'number',
  comment: 'comment',
  function: 'function',
  type: 'type',
};

export const ROLE_NAMES = Object.entries(ROLES);

export function codeRole(token: string): CodeRole {
  return ROLES[token.split('.')[0] ?? ''] ?? 'ink';
}
