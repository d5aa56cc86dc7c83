/** Which attributes a component takes. */
export type ComponentSpec = { required: readonly string[]; optional: readonly string[] };
export type ComponentSpecs = Readonly<Record<string, ComponentSpec>>;

/** What an author may write as `<Name attribute="…">`; the components are in `components/mdx`. */
export const COMPONENTS: ComponentSpecs = {
  Aside: { required: [], optional: [] },
  ForwardPass: { required: [], optional: [] },
  Key: { required: [], optional: [] },
  Predict: { required: ['question'], optional: [] },
  SideBySide: { required: ['left', 'right'], optional: [] },
  Wide: { required: [], optional: [] },
};

/** In a lesson. The page gives `Exercise`, because it knows the lesson's exercises. */
export const LESSON_COMPONENTS: ComponentSpecs = {
  ...COMPONENTS,
  Exercise: { required: ['id'], optional: [] },
};

/** In the document of an exercise; those that join here are its parts and are drawn by none. */
export const EXERCISE_COMPONENTS: ComponentSpecs = {
  ...COMPONENTS,
  Answer: { required: [], optional: [] },
  Choice: { required: [], optional: ['because', 'correct'] },
  Hint: { required: [], optional: [] },
  Wrong: { required: ['value'], optional: ['tolerance'] },
};
