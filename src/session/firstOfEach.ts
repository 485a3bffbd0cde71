/** The first item of each key, in the order of the list. */
export const firstOfEach = <T>(list: readonly T[], keyOf: (item: T) => string): T[] => {
  const keys = list.map(keyOf);
  return list.filter((_, at) => keys.indexOf(keys[at] as string) === at);
};
