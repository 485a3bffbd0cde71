/** The light build (no alternate audio, subtitles or DRM) has the full build's types. */
declare module 'hls.js/dist/hls.light.mjs' {
  export * from 'hls.js';
  export { default } from 'hls.js';
}
