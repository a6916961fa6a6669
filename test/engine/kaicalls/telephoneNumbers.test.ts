import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';

const bench = useKaiCallsBench();

const agentId = () => byId(bench.state.agents[0]?.id ?? '');
const phones = (...written: Array<string | number>) => written.map((phone) => ({ phone }));
const toItsItem = { onError: 'continueRegularOutput' } as const;

/** An operation over these items, each to its own outcome. */
async function outcomes(parameters: IDataObject, items: IDataObject[]): Promise<IDataObject[]> {
	const result = await bench.run({ agentId: agentId(), ...parameters }, { items, settings: toItsItem });
	return result.items.map(({ json }) => json);
}

const call = (to: string, rest: IDataObject = {}) => ({ resource: 'call', operation: 'create', to, ...rest });
const rung = () => bench.control.callsPlaced();
const once = (...numbers: string[]) => Object.fromEntries(numbers.map((number) => [number, 1]));

describe('telephone numbers that people bring', () => {
	it('are called in every usual spelling: trunk zeros, floats, apostrophes, links', async () => {
		await outcomes(
			call('={{ $json.phone }}'),
			phones(
				'+44 (0)20 7946 0958',
				'+49 (0) 30 901820',
				"'+15125550100",
				'tel:+1-512-555-0101',
				'+12025550123.0',
				'+1 (202) 555-0124',
			),
		);
		await outcomes(call('=+{{ $json.phone }}'), phones('15125550102.0'));
		expect(rung()).toEqual(
			once(
				'+442079460958',
				'+4930901820',
				'+15125550100',
				'+15125550101',
				'+12025550123',
				'+12025550124',
				'+15125550102',
			),
		);
	});

	it('without country code belong to the default country, which may differ from row to row, or are refused', async () => {
		const national = phones('(512) 555-0100', 5125550101, '15125550102', '512.555.0103');
		const refused = await outcomes(call('={{ $json.phone }}'), national);
		expect(refused.map(({ error }) => error)).toEqual(Array(4).fill(expect.stringContaining('it has no country code')));
		expect(JSON.stringify(refused)).toContain('Options > Default Country');
		expect(rung()).toEqual({});
		await outcomes(call('={{ $json.phone }}', { options: { defaultCountry: 'US' } }), national);
		expect(rung()).toEqual(once('+15125550100', '+15125550101', '+15125550102', '+15125550103'));
		const [british, empty, unknown] = await outcomes(
			call('={{ $json.phone }}', { options: { defaultCountry: '={{ $json.country }}' } }),
			[
				{ phone: '020 7946 0958', country: 'United Kingdom' },
				{ phone: '020 7946 0959', country: '' },
				{ phone: '020 7946 0960', country: 'Narnia' },
			],
		);
		expect(british).toMatchObject({ to: '+442079460958' });
		expect(empty?.error).toContain('it has no country code');
		expect(unknown?.error).toContain('"Default Country" must be a country (got "Narnia")');
	});

	it('are refused by name if a cell has none, or more than one, and the other phones ring', async () => {
		const made = await outcomes(
			call('={{ $json.phone }}'),
			phones(
				'+1-512-555-0100-x11',
				'+1 (512) 555-0101 ext. 42',
				'+15125550100 ::: +15125550101',
				'+15125550100, +15125550101',
				'+15125550100\n+15125550101',
				'5.12556E+09',
				'+1512555010',
				'+15125550109',
			),
		);
		expect(made.map(({ error }) => error)).toEqual([
			expect.stringContaining('it has an extension (x11)'),
			expect.stringContaining('it has an extension (ext. 42)'),
			...Array<unknown>(3).fill(expect.stringContaining('it is more than one number')),
			expect.stringContaining('a spreadsheet has rounded it'),
			expect.stringContaining('it has 9 digits without the country code'),
			undefined,
		]);
		expect(rung()).toEqual(once('+15125550109'));
	});

	it('reach one person once in any spelling: text, call, and call with wait', async () => {
		const spellings = phones('+1 (512) 555-0100', '+15125550100', "'001 512 555 0100", '(512) 555-0100');
		const options = { defaultCountry: 'US' };
		await outcomes(
			{ resource: 'smsMessage', operation: 'send', to: '={{ $json.phone }}', message: 'Hello', options },
			spellings,
		);
		expect(bench.requests('/sms/send').map(({ body }) => body)).toEqual([
			expect.objectContaining({ to: '+15125550100' }),
		]);
		await outcomes(call('={{ $json.phone }}', { options }), spellings);
		expect(rung()).toEqual(once('+15125550100'));
		await outcomes(
			{ ...call('={{ $json.phone }}', { options, timeLimit: 1_000_000 }), operation: 'createAndWait' },
			phones('512-555-0107', '+15125550107.0'),
		);
		expect(rung()).toEqual(once('+15125550100', '+15125550107'));
	});

	it('find the lead that was created and changed with another spelling', async () => {
		const workspaceId = byId(bench.state.workspaces[0]?.id ?? '');
		const lead = (operation: string, rest: IDataObject) => ({
			resource: 'lead',
			operation,
			workspaceId,
			...rest,
			options: { defaultCountry: 'GB' },
		});
		await outcomes(lead('create', { phone: '+1 (512) 555-0100' }), [{}]);
		expect(
			await outcomes(lead('getAll', { returnAll: true, filters: { phone: 'tel:+1-512-555-0100' } }), [{}]),
		).toMatchObject([{ phone: '+15125550100' }]);
		const leadId = byId(bench.state.leads.at(-1)?.id ?? '');
		await outcomes(lead('update', { leadId, updateFields: { phone: '020 7946 0958' } }), [{}]);
		expect(bench.state.leads.at(-1)).toMatchObject({ phone: '+442079460958' });
		const [refused] = await outcomes(lead('update', { leadId, updateFields: { phone: '020 7946 0958 x3' } }), [{}]);
		expect(refused?.error).toContain(
			'"Phone Number" must be one telephone number (got "020 7946 0958 x3"): it has an extension (x3)',
		);
		expect(bench.state.leads.at(-1)).toMatchObject({ phone: '+442079460958' });
	});
});
