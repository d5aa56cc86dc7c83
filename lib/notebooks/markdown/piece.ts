/** The elements that Markdown can become here; there is no way to any other. */
export type Tag =
  | 'p'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'blockquote'
  | 'ul'
  | 'ol'
  | 'li'
  | 'hr'
  | 'br'
  | 'pre'
  | 'code'
  | 'em'
  | 'strong'
  | 'del'
  | 'sup'
  | 'a'
  | 'img'
  | 'input'
  | 'section'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td';

/** By their names in HTML. Addresses among them have been checked. */
export type Attributes = Readonly<
  Partial<
    Record<
      | 'href'
      | 'title'
      | 'target'
      | 'rel'
      | 'src'
      | 'alt'
      | 'id'
      | 'align'
      | 'start'
      | 'type'
      | 'aria-label',
      string
    >
  > & { checked?: boolean; disabled?: boolean }
>;

/** A piece of text that was Markdown: words, an element, or a formula in TeX. */
export type Piece =
  | string
  | { kind: 'element'; tag: Tag; attributes: Attributes; children: readonly Piece[] }
  | { kind: 'formula'; tex: string; display: boolean };

export function element(tag: Tag, children: readonly Piece[], attributes: Attributes = {}): Piece {
  return { kind: 'element', tag, attributes, children };
}
