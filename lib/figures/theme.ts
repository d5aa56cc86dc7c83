/** The colours and face that a drawing uses, as CSS strings; colours as `#rrggbb`. */
export type Theme = {
  ink: string;
  inkSoft: string;
  inkFaint: string;
  rule: string;
  ruleStrong: string;
  paper: string;
  accent: string;
  negative: string;
  positive: string;
  focus: string;
  /** Classes in their order, told apart by a shape each as well; after the last they begin again. */
  classes: readonly string[];
  /** A CSS `font-family` list. */
  face: string;
};

/** The tokens of `app/tokens.css` that a drawing's colours are. Those of classes are numbered: `--class-0` and so on. */
export const TOKENS = {
  ink: '--ink',
  inkSoft: '--ink-soft',
  inkFaint: '--ink-faint',
  rule: '--rule',
  ruleStrong: '--rule-strong',
  paper: '--paper',
  accent: '--accent',
  negative: '--negative',
  positive: '--positive',
  focus: '--focus',
} as const satisfies Record<Exclude<keyof Theme, 'classes' | 'face'>, string>;
