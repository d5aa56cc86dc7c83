import katex from 'katex';

/** A formula's markup, safe to write as it is; `mathml`: for where KaTeX's style sheet is not. */
export type FormulaHtml = { html: string } | { reason: string };

/** KaTeX refuses links, pictures and raw HTML in a formula, since it is not told to trust anyone. */
export function formulaHtml(tex: string, display: boolean, output: 'html' | 'mathml'): FormulaHtml {
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      strict: false,
      output: output === 'html' ? 'htmlAndMathml' : 'mathml',
      maxExpand: 1000,
      maxSize: 20,
    });
    return { html };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { reason: message.replace(/^KaTeX parse error: /, '') };
  }
}
