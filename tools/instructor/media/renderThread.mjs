// A thread starts without the TypeScript loader of its parent: bring it, then go on in TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./renderWorker.ts');
