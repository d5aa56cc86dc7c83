/** Why a person's file can't be taken; its message is a sentence for them that says what to do. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}
