/** The part of nspell that the tests use; the package has no types of its own. */
declare module 'nspell' {
  export default function nspell(
    aff: Uint8Array,
    dic: Uint8Array,
  ): {
    correct(word: string): boolean;
    add(word: string): unknown;
  };
}
