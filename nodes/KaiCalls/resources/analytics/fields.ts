import type { INodeProperties } from 'n8n-workflow';

import { sentAs } from '../../../shared/fields/sent';

/** Between 1 and 90 in the twin of this operation for AI agents (docs: MCP). */
export const days: INodeProperties = sentAs('query', 'days', {
	displayName: 'Days',
	name: 'days',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 30,
	description: 'How many days to look back',
});
