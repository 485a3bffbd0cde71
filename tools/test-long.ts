/** `npm run test:long`: soaks, old engines, whole-catalogue runs. None yet. */
console.log('No long tests yet.');
