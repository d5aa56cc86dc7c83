/**
 * A lesson to write over.
 * @param {{ title: string, summary: string, today: string }} lesson `today` as YYYY-MM-DD
 */
export function lessonSkeleton({ title, summary, today }) {
  return `---
title: ${JSON.stringify(title)}
summary: ${JSON.stringify(summary)}
minutes: 15
updated: ${today}
seed: 1
prerequisites: []
---

Say what the reader will be able to do after this lesson, and why that matters.

## A first idea

Ask for a prediction, then show.

<Predict question="What will the cell below show?">
  The answer, with its reason.
</Predict>

\`\`\`ts cell="first" title="A first look"
const x = tf.linspace(-1, 1, 5);
x.square();
\`\`\`

Say what is to be seen.
`;
}
