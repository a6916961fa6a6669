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

Made by \`npm run census\`; see \`test/engine/census/\`. \`npm test\` breaks runs of one item of every operation at all points, and runs of ten items and
of batches at some of the points.

Each operation that writes runs over the driver's ports, with the sandbox as the vendor and a clock that stands still. It runs with one item, with ten
items and, if rows travel together, with a batch in three requests with a bad row. A point is each place where a run waits for an answer: for its
fields, for the credential, for the clock, and for n8n's database and the vendor, before and after they have acted. At each point the run is broken: by
an error, by the loss of n8n's database, by Stop (stored at once, or when the node has ended), and by the death of n8n. Then come Retry On Fail, n8n's
Retry, a Retry of the Retry, and a Retry after n8n has lost everything except its database, each with On Error = Stop and Continue. With one item, the
Retry dies at all of its points, too, and \`npm test\` breaks some of the Retries in all other ways. Nothing is done twice.

- **Done**, **done before**, **unknown**: the item's report in the first try that nothing disturbed. Done before: an earlier try did it, and its result was lost.
- **Unknown, was not**: the request was about to leave or was on its way, and did not reach the vendor.
- **Not done**: the item was refused or unfit; or another item ended the try before; or, for deletions, n8n's database had no note of it and the vendor did not find the record again.
- **Untrue**: a report that differs from the log of the vendor, or something that was done twice or left undone without a reason.

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
