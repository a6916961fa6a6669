import { describe, expect, it } from '@jest/globals';
import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { operationByExpression } from '../../../nodes/shared/engine/operationByExpression';
import { single } from '../../../nodes/shared/operations/single';
import { Driving, reportsOf } from '../support/driving';
import { acme, answer } from '../support/wire';

describe('an operation from an expression', () => {
	it('evaluates the expression once for each item', async () => {
		const evaluated: string[] = [];
		const items = Array.from({ length: 50 }, () => ({ json: {} }));
		const executeData = { data: { main: [items] }, node: {}, source: null };
		const node = {
			id: '1',
			name: 'Node',
			type: 'acme',
			typeVersion: 1,
			position: [0, 0],
			parameters: { resource: 'person', operation: '={{ $json.op }}' },
		};
		const kept = {};
		const { pagination } = operationByExpression(acme, []);
		const enter = async (index: number) => {
			const context = {
				getNode: () => node,
				getExecuteData: () => executeData,
				getItemIndex: () => index,
				getInputData: () => items[index],
				getTimezone: () => 'UTC',
				getContext: () => kept,
				getWorkflow: () => ({ id: '' }),
				getExecutionId: () => '1',
				getMode: () => 'manual',
				helpers: {},
				continueOnFail: () => true,
				getExecutionCancelSignal: () => undefined,
				evaluateExpression(expression: string, item: number) {
					if (expression.includes('op')) evaluated.push(`${expression} ${item}`);
					return 'none';
				},
			} as unknown as IExecuteSingleFunctions;
			return await (pagination as (this: IExecuteSingleFunctions) => Promise<unknown>).call(context);
		};
		await Promise.all(items.map(async (_, index) => await enter(index)));
		expect(evaluated.length).toBe(50);
	});
});

describe('a further try', () => {
	it('does not repeat done items when n8n runs the node again for a row with a member "error"', async () => {
		const driving = new Driving(single({ method: 'POST', path: '/calls/{id}' }), {
			answer: () => answer(200, { error: 'busy' }),
		});
		await driving.over([{ id: '1' }]);
		await driving.over([{ id: '1' }]);
		expect(driving.requests).toHaveLength(1);
	});

	it('returns rows in the shape of the present settings', async () => {
		const operation = single({ method: 'GET', path: '/people/{id}', simplify: ({ id }) => ({ id }) });
		const driving = new Driving(operation, {
			answer: ({ path }) => (path.endsWith('2') ? answer(403) : answer(200, { id: 1, age: 5 })),
		});
		await driving.over([
			{ id: '1', simplify: true },
			{ id: '2', simplify: true },
		]);
		const [first] = reportsOf(
			await driving.over([
				{ id: '1', simplify: false },
				{ id: '2', simplify: false },
			]),
		);
		expect(first).toEqual([{ id: 1, age: 5 }]);
	});
});
