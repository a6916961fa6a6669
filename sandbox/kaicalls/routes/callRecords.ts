import type { Route } from '../../server/vendor';
import { isOver, processedEnding } from '../callStatus';
import { recordingQuery, transcriptsQuery } from '../contract/calls';
import type { KaiCalls } from '../kaicalls';
import { page } from '../paging';
import { detailedCall, transcriptOf } from '../views';
import { withQuery } from './builders';

const millisecondsPerDay = 86_400_000;

/** Records after a call: transcript and recording. */
export function callRecordRoutes(kaicalls: KaiCalls): Route[] {
	return [
		withQuery({
			method: 'GET',
			path: '/transcripts',
			query: transcriptsQuery,
			handle({ query: { agent_id, days, ...where }, headers }) {
				const oldest = days === undefined ? 0 : kaicalls.clock.now() - days * millisecondsPerDay;
				const wanted = kaicalls
					.access(headers)
					.all(kaicalls.state.calls)
					.filter((call) => (agent_id === undefined || call.agent_id === agent_id) && call.created_at >= oldest)
					.filter((call) => transcriptOf(kaicalls, call) !== undefined);
				const { rows, has_more } = page(kaicalls, wanted, where);
				return { transcripts: rows.map((call) => transcriptOf(kaicalls, call)), has_more };
			},
		}),
		withQuery({
			method: 'GET',
			path: '/recordings',
			query: recordingQuery,
			handle({ query: { call_id }, headers }) {
				const call = kaicalls.access(headers).find(kaicalls.state.calls, call_id, 'call');
				const recording_url = detailedCall(kaicalls, call).recording_url && kaicalls.recordings.freshUrlOf(call);
				const isProcessed = isOver(call) && processedEnding(kaicalls, call) !== null;
				return {
					call_id,
					status: recording_url !== null ? 'available' : isProcessed ? 'unavailable' : 'processing',
					recording_url,
				};
			},
		}),
	];
}
