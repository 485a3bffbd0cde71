/** The bundler, from the workbench's own packages. */
export * from 'esbuild';
