/**
 * The user's preferences for the app as a whole. The code that creates them decides how long they
 * last.
 */
export interface Preferences {
  /** Code of the chosen language: "fr"; undefined until the user chooses. */
  language: string | undefined;
}
