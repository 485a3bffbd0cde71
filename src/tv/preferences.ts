/** What the user chose for the app as a whole. Whoever makes one decides how long it lasts. */
export interface Preferences {
  /** Code of the language that was chosen: "fr"; undefined until someone chose. */
  language: string | undefined;
}
