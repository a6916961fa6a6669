import type { INodeProperties } from 'n8n-workflow';

import { LOOK_AGAIN_LABEL, MOST_LOOK_AGAIN_S } from './lookAgain';

/**
 * The field for the longest time to look for members that KaiCalls fills after the end of a call.
 * @param description help text of the field
 */
export const lookAgainField = (description: string): INodeProperties => ({
	displayName: LOOK_AGAIN_LABEL,
	name: 'lookAgainFor',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: MOST_LOOK_AGAIN_S },
	default: 60,
	description,
});
