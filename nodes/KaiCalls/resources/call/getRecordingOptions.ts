import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_MAX_MEGABYTES, MOST_WAIT_S } from './getRecording';
import { WAIT_LABEL } from './recording';

const displayOptions = { show: { '/resource': ['call'], '/operation': ['getRecording'] } };

export const getRecordingOptions: INodeProperties[] = [
	{
		displayName: 'Max Size (MB)',
		name: 'maxSize',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_MAX_MEGABYTES,
		description: 'A larger recording is not fetched',
		displayOptions,
	},
	{
		displayName: WAIT_LABEL,
		name: 'waitForRecording',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: MOST_WAIT_S },
		default: 60,
		description: 'How long to look again for a recording that is not there yet. Without this option the item fails at once. An AI agent waits 45 seconds at most.',
		displayOptions,
	},
];
