import type { INodeProperties } from 'n8n-workflow';

export const DEFAULT_MAX_MEGABYTES = 50;

export const WAIT_LABEL = 'Wait For Recording (Seconds)';

export const MOST_WAIT_S = 600;

export const recordingOptions: INodeProperties[] = [
	{
		displayName: 'Max Size (MB)',
		name: 'maxSize',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: DEFAULT_MAX_MEGABYTES,
		description: 'A larger recording is not fetched',
	},
	{
		displayName: WAIT_LABEL,
		name: 'waitForRecording',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: MOST_WAIT_S },
		default: 60,
		description:
			'How long to look again for a recording that is not there yet. Without this option the item fails at once. An AI agent waits 45 seconds at most.',
	},
];
