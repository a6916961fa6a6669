import { beforeEach, describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { processedData } from '../processedData';

const bench = useKaiCallsBench();

const phones = [{ phone: '+12025550101' }, { phone: '+12025550102' }];

const callThem = () => ({
	resource: 'call',
	operation: 'create',
	agentId: byId(bench.state.agents[0]?.id ?? ''),
	to: '={{ $json.phone }}',
});

describe('in queue mode, a call that KaiCalls refuses with 429 is placed after the wait, although another worker writes its note back', () => {
	beforeEach(() => {
		processedData.timesWrittenBack = 2;
		const refusal = { kind: 'status', status: 429, times: 1, headers: { 'retry-after': '30' } } as const;
		bench.control.fail({ method: 'POST', path: '/calls', ...refusal });
	});

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'On Error = %s',
		async (onError) => {
			const { items, errors, error } = await bench.run(callThem(), { items: phones, settings: { onError } });
			expect([error, errors]).toEqual([undefined, []]);
			expect(items.map(({ json }) => json.error)).toEqual([undefined, undefined]);
			expect(bench.timesRung()).toEqual([1, 1]);
			expect(processedData.timesWrittenBack).toBe(0);
		},
	);
});
