/** What home says of what to do next. */
export interface HomeText {
  /** Where nothing has been begun. */
  start: { name: string; about: string };
  continue: { name(place: string): string; about(steps: { step: string; of: string }): string };
  /** `many` chooses the form of the word. */
  cards: { name(count: { due: string; many: number }): string; about: string };
}
