import { labelOf } from './label';

/** The hint for a parameter with an ID: which operation lists the right ones; undefined if none does. */
export const wayToIds = (parameter: string, listedBy: string | undefined): string | undefined =>
	listedBy === undefined ? undefined : `${listedBy} lists the right ${labelOf(parameter).replace(/s$/, '')}s.`;
