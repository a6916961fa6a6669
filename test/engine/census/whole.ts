import { writeFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Census, type Found, type Scenario } from './census';
import { evenTempered } from './evenTempered';
import { liesOf } from './lies';
import { VENDORS, writingOperations } from './operations';
import { deathsOfRetry, scenariosOf, sizesOf } from './plan';
import { StillStand } from './stillStand';
import { addTo, TABLE_FILE, tableOf, type Counted } from './table';

const INTRODUCTION = `# Crash census

Made by \`npm run census\`; see \`test/engine/census/\`. \`npm test\` breaks one item of every operation at all of its points, ten items and
batches at a share of theirs.

Each operation that writes is run over the driver's ports, with the sandbox as the vendor and a clock that stands still: one item, ten items and,
where rows travel together, a batch in three requests with a bad row. Wherever a run asks something of the world (its fields, the credential,
n8n's database and the vendor, both before and after they have acted, the clock) is a point. At each of them the run is broken by an
error, by the loss of n8n's database, by Stop (stored when the node has ended, and at once) and by the death of n8n. Then come Retry On Fail,
n8n's Retry, a Retry of the Retry, and one after n8n has lost everything but its database, with On Error = Stop and Continue. Of one
item, the Retry dies at all of its points, too, and \`npm test\` breaks a share of the Retries in all the other ways: nothing is done twice.

- **Done**, **done before**, **unknown**: what the first try that nothing disturbed told of an item. Done before: by an earlier try, whose result was lost.
- **Unknown, was not**: the item was noted down, or was on its way, and did not reach the vendor.
- **Not done**: refused or not fit; not reached, as another item ended the try; of deletions, what n8n's database had not taken and the vendor did not find again.
- **Untrue**: something was told that is not so by the vendor's journal, was done twice, or was left undone without a reason.

`;

const all: Counted[] = [];

beforeAll(evenTempered);
afterAll(() => writeFileSync(TABLE_FILE, `${INTRODUCTION}${tableOf(all)}\n`));

describe.each(VENDORS)('%s', (vendor) => {
	it.each(writingOperations(vendor))('$name', async (writing) => {
		const stand = new StillStand(writing.vendor);
		const counted: Counted = { name: writing.name, points: [], scenarios: 0, verdicts: [], lies: 0 };
		all.push(counted);
		const lies: string[] = [];
		const count = (census: Census, scenario: Scenario, found: Found) => {
			addTo(counted, found);
			lies.push(...liesOf(census, scenario, found));
		};
		for (const size of sizesOf(writing)) {
			const census = await Census.of(stand, writing, size);
			counted.points.push(census.places.length);
			for (const scenario of scenariosOf(census, writing, size, true))
				count(census, scenario, await census.scenario(scenario));
			if (size.items > 1) continue;
			for (const [scenario, found] of await deathsOfRetry(census)) count(census, scenario, found);
		}
		expect(lies).toEqual([]);
	});
});
