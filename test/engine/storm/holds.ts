import 'reflect-metadata';
import { Container } from '@n8n/di';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ErrorReporter } from 'n8n-core';

import type { Effects } from '../census/verdict';
import { ITEMS } from './plan';
import { N8n } from './process';
import { effectsInCalm, stormOf } from './storm';
import { everyOne } from '../../support/everyOne';

/** On a machine that is busy with something else. */
const PATIENCE_MS = 180_000;

/** "3", "1-20", and with "x5" each of them five times. */
export function seedsIn(text: string): number[] {
	const [, from, to = from, times = '1'] = /^(\d+)(?:-(\d+))?(?:x(\d+))?$/.exec(text) ?? [];
	if (from === undefined) throw new Error(`"${text}" is no seed such as 3, 1-20 or 3x5`);
	const seeds = Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
	return seeds.flatMap((seed) => Array.from({ length: Number(times) }, () => seed));
}

/** Every other seed, so that two workers share them. @param rest of the seed when it is divided by two */
export function stormsHold(rest: 0 | 1): void {
	const n8n = new N8n();
	let wantedOf: Map<string, Effects>;

	beforeAll(async () => {
		// Thousands of lines, as each try of each node that fails would be logged.
		jest.spyOn(Container.get(ErrorReporter), 'error').mockReturnValue();
		wantedOf = await effectsInCalm(n8n);
	}, PATIENCE_MS);

	const itHolds = (seed: number, place: number): void => {
		it(
			`does nothing twice, loses nothing, and tells nothing that is not so (seed ${seed}, ${place + 1}.)`,
			async () => {
				const { lies, counts } = await stormOf(seed, n8n, wantedOf);
				for (const count of everyOne(Object.values(counts))) expect(count).toBeGreaterThan(0);
				expect(counts.items).toBe(ITEMS);
				if (lies.length > 0)
					throw new Error(
						[
							...lies,
							`To run it again: npm run test:storm -- ${seed}, or -- ${seed}x20, as requests may overtake each other`,
						].join('\n'),
					);
			},
			PATIENCE_MS,
		);
	};

	describe('a storm over all writing operations', () => {
		it('has been preceded by a calm', () => expect(wantedOf.size).toBeGreaterThan(0));

		// With one seed, one of the two workers has none.
		for (const [place, seed] of seedsIn(process.env.STORM_SEEDS ?? '1-6')
			.filter((one) => one % 2 === rest)
			.entries())
			itHolds(seed, place);
	});
}
