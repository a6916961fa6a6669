import type { INodeProperties } from 'n8n-workflow';

import { sentAs } from '../../../shared/fields/sent';

/** KaiCalls' MCP server allows 1 to 90 (docs/vendors/kaicalls.md#analytics). */
export const days: INodeProperties = sentAs('query', 'days', {
	displayName: 'Days',
	name: 'days',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 90, numberPrecision: 0 },
	default: 30,
	description: 'How many days to look back, up to 90',
});
