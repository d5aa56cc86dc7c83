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
