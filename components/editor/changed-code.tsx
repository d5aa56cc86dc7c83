import { useMemo, useSyncExternalStore } from 'react';
import styles from './cell-editor.module.css';
import { codeRole, type CodeRole } from './monaco/code-role';
import { loadedMonaco, subscribeToMonaco } from './monaco/loaded-monaco';

const ROLE_CLASSES: Record<CodeRole, string | undefined> = {
  ink: undefined,
  keyword: styles.keyword,
  string: styles.string,
  number: styles.number,
  comment: styles.comment,
  function: styles.function,
  type: styles.type,
};

/** Code that differs from the lesson's: coloured once Monaco is there, plain until then. */
export function ChangedCode({ code }: { code: string }) {
  const loaded = useSyncExternalStore(subscribeToMonaco, loadedMonaco, () => null);
  const monaco = loaded?.monaco;
  const lines = useMemo(() => {
    const kinds = monaco?.editor.tokenize(code, 'typescript');
    return code.split('\n').map((text, at) => pieces(text, kinds?.[at] ?? []));
  }, [code, monaco]);
  return (
    <pre>
      <code>
        {lines.map((line, at) => (
          <span key={at}>
            {line}
            {at < lines.length - 1 ? '\n' : ''}
          </span>
        ))}
      </code>
    </pre>
  );
}

/** `kinds`: where each token of the line starts, and what it is. */
function pieces(text: string, kinds: { offset: number; type: string }[]) {
  if (kinds.length === 0) return text;
  return kinds.map(({ offset, type }, at) => (
    <span key={offset} className={ROLE_CLASSES[codeRole(type)]}>
      {text.slice(offset, kinds[at + 1]?.offset)}
    </span>
  ));
}
