import { describe, expect, it } from '@jest/globals';

import { invalidInput } from '../../../nodes/shared/contract/failure';
import { single } from '../../../nodes/shared/operations/single';
import { hintOf } from '../../../nodes/shared/run/hint';
import { Driving } from '../support/driving';
import { acme } from '../support/wire';

const readInvalidItems = () => {
	throw invalidInput('"Name" is empty', 'Fill it in.');
};

const sending = single({ method: 'POST', path: '/things' });

describe('an item with an unfit field', () => {
	it('is not sent, although its operation does not read the field', async () => {
		const driving = new Driving(sending, { check: readInvalidItems });
		const { outcomes } = await driving.over([{}]);
		expect(outcomes.get(0)?.failure).toMatchObject({ kind: 'input', message: '"Name" is empty' });
		expect(driving.requests).toEqual([]);
	});

	it('is skipped if its row is blank, even if any failure would stop the run, and the user gets a hint', async () => {
		const driving = new Driving(sending, { check: readInvalidItems, isBlank: () => true, stopOnFailure: true });
		const run = await driving.over([{}, {}]);
		expect([...run.outcomes.values()]).toEqual([{ rows: [] }, { rows: [] }]);
		expect(driving.requests).toEqual([]);
		expect(hintOf(run, acme)).toContain('2 blank rows were skipped');
	});
});

it('a blank row is skipped, although the text around its columns remains, if its fields have no other source', async () => {
	const driving = new Driving(sending, { isBlank: () => true, dependsOnRow: true });
	const { blank } = await driving.over([{}]);
	expect([...blank]).toEqual([0]);
	expect(driving.requests).toEqual([]);
});

it('a blank row does not stop an item that needs nothing from it', async () => {
	const driving = new Driving(sending, { isBlank: () => true });
	await driving.over([{}]);
	expect(driving.requests).toHaveLength(1);
});
