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
		description: 'The node does not fetch a larger recording',
	},
	{
		displayName: WAIT_LABEL,
		name: 'waitForRecording',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: MOST_WAIT_S },
		default: 60,
		description:
			'How long to wait for a recording that is not ready. Without this option, the item fails at once. An AI agent waits at most 45 seconds.',
	},
];
