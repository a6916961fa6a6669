import { labelOf } from './label';

/** What to say of a parameter with an ID: which operation lists the right ones; undefined where none does. */
export const wayToIds = (parameter: string, listedBy: string | undefined): string | undefined =>
	listedBy === undefined ? undefined : `${listedBy} lists the right ${labelOf(parameter).replace(/s$/, '')}s.`;
