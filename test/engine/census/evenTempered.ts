import { jest } from '@jest/globals';

/** Backing off takes the same time in each run, so that the points are the same. */
export function evenTempered(): void {
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
}
