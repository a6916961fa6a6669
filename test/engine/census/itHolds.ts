import { beforeAll, describe, expect, it } from '@jest/globals';

import { Census } from './census';
import { evenTempered } from './evenTempered';
import { liesOf } from './lies';
import { writingOperations } from './operations';
import { brokenTwice, deathsOfRetry, scenariosOf, sizesOf } from './plan';
import { StillStand } from './stillStand';

/** Breaks the writing operations of a node at all their points: nothing is done twice, nothing is lost, and nothing else is told. */
export function itHoldsAtAllPoints(vendor: string): void {
	const operations = writingOperations(vendor);
	const [first] = operations;
	if (!first) throw new Error(`${vendor} writes nothing`);
	const stand = new StillStand(first.vendor);
	beforeAll(evenTempered);

	describe.each(operations)('$name', (writing) => {
		it.each(sizesOf(writing))(
			'$items items, broken by an error, an outage of the database, Stop and death',
			async (size) => {
				const census = await Census.of(stand, writing, size);
				const lies: string[] = [];
				for (const scenario of scenariosOf(census, writing, size, false)) {
					lies.push(...liesOf(census, scenario, await census.scenario(scenario)));
				}
				expect(lies).toEqual([]);
			},
		);

		it('one item, whose Retry dies as well', async () => {
			const census = await Census.of(stand, writing, { items: 1 });
			const found = await deathsOfRetry(census);
			expect(found.flatMap(([scenario, one]) => liesOf(census, scenario, one))).toEqual([]);
		});

		it('one item, whose Retry breaks in any other way, too: nothing is done twice', async () => {
			const census = await Census.of(stand, writing, { items: 1 });
			const found = await brokenTwice(census, writing);
			expect(found.length).toBeGreaterThan(0);
			expect(found.flatMap(([scenario, { excess }]) => liesOf(census, scenario, { lies: excess }))).toEqual([]);
		});
	});
}
