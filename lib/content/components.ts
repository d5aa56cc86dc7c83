/** What an author may write as `<Name attribute="…">`; the components are in `components/mdx`. */
export const COMPONENTS: Readonly<
  Record<string, { required: readonly string[]; optional: readonly string[] }>
> = {
  Aside: { required: [], optional: [] },
  ForwardPass: { required: [], optional: [] },
  Key: { required: [], optional: [] },
  Predict: { required: ['question'], optional: [] },
  SideBySide: { required: ['left', 'right'], optional: [] },
  Wide: { required: [], optional: [] },
};
