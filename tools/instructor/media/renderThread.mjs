// A thread starts without the TypeScript loader of its parent. This file registers the loader and
// then runs the TypeScript code.
import { register } from 'tsx/esm/api';

register();
await import('./renderWorker.ts');
