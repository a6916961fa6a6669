import type { INodeProperties } from 'n8n-workflow';

import { LOOK_AGAIN_LABEL, MOST_LOOK_AGAIN_S } from '../../ending/lookAgain';

export const lookAgainOption: INodeProperties = {
	displayName: LOOK_AGAIN_LABEL,
	name: 'lookAgainFor',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: MOST_LOOK_AGAIN_S },
	default: 60,
	description:
		'Go on when the API has summary and recording of the calls, or this time after the last has ended. Without this option the execution goes on when all have ended; what is empty then is taken from the reports.',
};
