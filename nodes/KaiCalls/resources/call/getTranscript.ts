import type { OperationDescription } from '../../../shared/fields/resource';
import { readId } from '../../../shared/operations/readers';
import { callLocator } from '../../locators';
import { routing } from '../../vendor';
import { readTranscript } from './transcript';

/** Finds the transcripts of one call in the list of all (docs/vendors/kaicalls.md#transcripts-and-recordings). */
export const getTranscript: OperationDescription = {
	option: {
		name: 'Get Transcript',
		value: 'getTranscript',
		action: 'Get the transcript of a call',
		description: 'Read the exact words of a call. They are ready shortly after its end.',
		routing: routing.steps({
			endpoints: ['GET /calls', 'GET /transcripts'],
			scope: 'calls:read',
			plan: (item) => readId(item, 'callId'),
			subject: (callId) => callId,
			perform: async (callId, api) => [await readTranscript(callId, api)],
		}),
	},
	tool: { text: 'Reads the exact words of one call. Calls nobody.' },
	fields: [callLocator],
};
