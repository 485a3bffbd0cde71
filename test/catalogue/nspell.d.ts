/** The part of nspell that the tests use. The package itself has no types. */
declare module 'nspell' {
  export default function nspell(
    aff: Uint8Array,
    dic: Uint8Array,
  ): {
    correct(word: string): boolean;
    add(word: string): unknown;
  };
}
