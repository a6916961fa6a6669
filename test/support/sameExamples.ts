import fc from 'fast-check';

/**
 * Properties are tried with new examples on each run, but in CI with the same ones: a change is not refused for an example that it
 * has nothing to do with. `npm test` on a developer's machine finds new ones.
 */
if (process.env.CI) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 1 });
