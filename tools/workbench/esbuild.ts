/** The bundler, resolved from the workbench's own packages. */
export * from 'esbuild';
