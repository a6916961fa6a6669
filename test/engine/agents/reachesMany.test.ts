import { describe, expect, it } from '@jest/globals';

import { entryPointsIn } from '../../../nodes/shared/engine/entryPoint';
import { mapped } from '../kayse';
import { useStand } from '../stand';
import { WAYS } from './everyOperation';
import { useEveryTool } from './everyTool';

const stand = useStand();
const tools = useEveryTool(stand);

describe.each(WAYS)('an operation that reaches many people, called by a model (%s)', (way) => {
	// As many are imported as the vendor thinks fit where no number is given.
	it.each(['', null, 'null', ' ', 'the first 20', 20])(
		'an import whose number of people is %j is refused',
		async (requestedCount) => {
			const [answer] = await tools.ask(
				'Kakiyo Prospect > Import From Sales Navigator',
				{
					requestedCount: `={{ ${JSON.stringify(requestedCount)} }}`,
					searchUrl: 'https://www.linkedin.com/sales/search/people?query=abc',
				},
				way,
			);
			expect(answer?.error).toContain('"Number of Prospects"');
			expect(tools.written()).toEqual([]);
		},
	);

	// Every workflow that listens would run again.
	it.each(['*', 'all', 'latest', 'evt_1..evt_9', 'evt_*', 'evt_1, *'])(
		'events are not replayed by the ID %s',
		async (eventIds) => {
			const [answer] = await tools.ask('KaiCalls Event > Replay', { replayBy: 'id', eventIds }, way);
			expect(answer?.error).toContain('"Event IDs"');
			expect(tools.written()).toEqual([]);
		},
	);

	// A campaign calls the clients of all cases on its list.
	it.each([
		'{}',
		'{"case_type_ids": []}',
		'{"case_type_ids": [null]}',
		'{"case_type_ids": ["<id>"]}',
		'{"filter": {"case_type_ids": [25]}}',
	])('a case list is not made by the filter %s', async (filter) => {
		for (const at of ['Kayse Case List > Create', 'Kayse Case List > Create or Update']) {
			const [answer] = await tools.ask(
				at,
				{ fields: mapped({ name: 'Website leads', filter, ...(at.endsWith('Update') && { id: '5' }) }) },
				way,
			);
			expect(answer?.error).toContain('"Filter"');
		}
		expect(tools.written()).toEqual([]);
	});
});

// The missing value of an expression is not one of the vendor's choices.
it('a visible dropdown whose value is sent must have one, in a workflow, too', async () => {
	const passed: string[] = [];
	let count = 0;
	for (const { at, node, parameters, run } of tools.operations) {
		const entryPoint = entryPointsIn(node.create().description.properties)
			.get(String(parameters.resource))
			?.get(String(parameters.operation));
		for (const { name, displayName, type, routing } of entryPoint?.target.fields ?? []) {
			if (type !== 'options' || !routing) continue;
			count++;
			const error = await run(stand.origin, { [name]: '={{ $json.none }}' });
			if (!error.includes(`"${displayName}"`)) passed.push(`${at}, ${displayName}: ${error}`);
		}
	}
	expect({ passed, written: tools.written() }).toEqual({ passed: [], written: [] });
	expect(count).toBeGreaterThan(1);
});
