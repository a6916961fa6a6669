import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { useKakiyoBench } from '../kakiyo';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();

const call: INodeParameters = { resource: 'call', operation: 'create', agentId: byId('ag-1'), to: '+12125550123' };

const leadFields = { workspaceId: byId('bz-1'), name: 'Dana Reyes' };

describe('case 30: an invalid time zone is refused, with the likely one, and nothing is sent', () => {
	it.each<[string, typeof kaiCalls | typeof kakiyo, INodeParameters, string]>([
		[
			'a new lead',
			kaiCalls,
			{ resource: 'lead', operation: 'create', ...leadFields, additionalFields: { timezone: 'Pacific' } },
			'Did you mean America/Los_Angeles?',
		],
		[
			'a new lead, by an expression',
			kaiCalls,
			{ resource: 'lead', operation: 'create', ...leadFields, additionalFields: { timezone: '={{ "EST" }}' } },
			'Did you mean America/New_York?',
		],
		[
			'of a person to be called',
			kaiCalls,
			{ ...call, options: { contactHours: { hours: { timeZone: 'new york' } } } },
			'Did you mean America/New_York?',
		],
		[
			'of persons whose number tells none',
			kaiCalls,
			{ ...call, options: { contactHours: { hours: { timeZoneElse: 'London' } } } },
			'Did you mean Europe/London?',
		],
		[
			'a new agent',
			kakiyo,
			{ resource: 'agent', operation: 'create', additionalFields: { timezone: 'Europe/Pariss' } },
			'Did you mean Europe/Paris?',
		],
	])('%s', async (_, bench, parameters, description) => {
		const { error } = await bench.run(parameters);
		expect(error?.message).toContain('must be a time zone');
		expect(error?.description).toContain(description);
		expect(bench.requests()).toEqual([]);
	});
});
