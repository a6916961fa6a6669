import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { NO_SCOPE, useOperations } from './operations';

const { bench, run, rows, sent, refusedWithout, expectAllEndpointsReached } = useOperations('phoneNumber');

const byNumber = (value: string) => ({ __rl: true, mode: 'number', value });
const numbers = () => bench.state.numbers.map(({ phone_number }) => phone_number);

describe('phone number', () => {
	it('lists numbers, with documented parameters only', async () => {
		expect(await rows('getAll', { limit: 2 })).toMatchObject([
			{ phone_number: '+12025550101' },
			{ phone_number: '+12025550102' },
		]);
		expect(sent()).toEqual([{ to: 'GET /numbers' }]);
	});

	it('assigns an available number', async () => {
		const agent = bench.state.agents[3];
		await rows('assign', {
			phoneNumber: byNumber('+1 202 555 0110'),
			additionalFields: { agentId: byId(agent?.id ?? ''), workspaceId: byId(agent?.business_id ?? '') },
		});
		expect(sent()).toEqual([
			{
				to: 'POST /phone-numbers',
				body: { phone_number: '+12025550110', agent_id: agent?.id, business_id: agent?.business_id },
			},
		]);
		expect(numbers()).toContain('+12025550110');
	});

	it('names a number that is not available', async () => {
		const { error } = await run('assign', {
			phoneNumber: byNumber('+12025550119'),
			additionalFields: { workspaceId: byId(bench.state.workspaces[0]?.id ?? '') },
		});
		expect(error?.message).toBe('KaiCalls has no Phone Number "+12025550119"');
	});

	it('releases a number', async () => {
		expect(await rows('release', { phoneNumberToRelease: byNumber('+12025550101') })).toMatchObject([
			{ success: true },
		]);
		expect(sent()).toEqual([{ to: 'DELETE /phone-numbers', query: { phone_number: '+12025550101' } }]);
		expect(numbers()).not.toContain('+12025550101');
	});

	it('counts a number as released if it is gone after a doubtful first try', async () => {
		bench.control.fail({ method: 'DELETE', path: '/phone-numbers', kind: 'resetAfterHandler' });
		expect(await rows('release', { phoneNumberToRelease: byNumber('+12025550101') })).toEqual([
			{ phone_number: '+12025550101', success: true },
		]);
		expect(sent()).toHaveLength(2);
		expect(numbers()).not.toContain('+12025550101');
	});

	it.each([
		['assign', 'phoneNumber'],
		['release', 'phoneNumberToRelease'],
	])('%s refuses a value that is not a number', async (operation, field) => {
		const { error } = await run(operation, { [field]: byNumber('front desk') });
		expect(error?.message).toBe('"Phone Number" must be one telephone number (got "front desk"): it has "front" in it');
		expect(sent()).toEqual([]);
	});

	it.each([
		['getAll', 'numbers:read'],
		['assign', 'numbers:write'],
		['release', 'numbers:write'],
	] as const)('%s says which scope it needs', async (operation, scope) => {
		const { message, description } = await refusedWithout(operation, {
			phoneNumber: byNumber('+12025550101'),
			phoneNumberToRelease: byNumber('+12025550101'),
		});
		expect(message).toBe(NO_SCOPE);
		expect(description).toContain(`This operation needs the scope ${scope}.`);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
