/** three.js, resolved from the workbench's own packages. */
export * from 'three';
