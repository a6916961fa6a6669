import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_MAX_MEGABYTES } from './getRecording';

export const getRecordingOptions: INodeProperties[] = [
	{
		displayName: 'Max Size (MB)',
		name: 'maxSize',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_MAX_MEGABYTES,
		description: 'A larger recording is not fetched',
		displayOptions: { show: { '/resource': ['call'], '/operation': ['getRecording'] } },
	},
];
