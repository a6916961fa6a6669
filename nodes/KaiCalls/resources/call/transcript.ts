import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../../../shared/contract/failure';
import type { ApiClient } from '../../../shared/contract/operation';
import { vendorWords } from '../../../shared/http/vendorWords';
import { collectRows } from '../../../shared/paging/collectRows';
import type { Query } from '../../../shared/paging/page';
import { within } from '../../../shared/paging/period';
import { valueAt } from '../../../shared/values/json';
import { asItem } from '../../../shared/values/rows';
import { numberFrom, plainText } from '../../../shared/values/text';
import { hasEnded } from '../../ending/end';
import { endedCall, wasNotTaken } from '../../ending/ending';
import { transcriptPages } from '../../pages';

/**
 * A transcript may have the time of its call, or the time when it was created, shortly after the end
 * (docs/vendors/kaicalls.md#transcripts-and-recordings).
 */
const MADE_WITHIN_MS = 3_600_000;

const refused = (message: string, description: string): ItemFailure =>
	new ItemFailure({ kind: 'refused', message, description });

function noTranscript(call: IDataObject): ItemFailure {
	const said = vendorWords(call.status);
	if (!hasEnded(call))
		return refused(
			`This call has no transcript yet: it ${said === '' ? 'has not ended' : `is ${said}`}`,
			'Run the item again when the call has ended.',
		);
	if (wasNotTaken(call)) return refused('This call has no transcript', 'A call without an answer has none.');
	return refused(
		'This call has no transcript, or none yet',
		'If the call just ended, the transcript may come soon. Run the item again later.',
	);
}

/** The texts of a call, in order. The API cannot filter by call, so this reads the texts of its agent from the time of the call. */
async function textsOf(
	{ id, agent_id, created_at, duration }: IDataObject,
	{ send, vendorName }: ApiClient,
): Promise<string[]> {
	const from = Date.parse(plainText(created_at));
	if (Number.isNaN(from)) return [];
	const query = {
		agent_id,
		after: new Date(from + (numberFrom(duration) || 0) * 1_000 + MADE_WITHIN_MS).toISOString(),
	};
	const fetchPage = async (page: Query) =>
		await send({ request: { method: 'GET', path: '/transcripts', query: page }, isList: true });
	const rows = await collectRows(
		within(transcriptPages, 'created_at', { from, to: Infinity }),
		query,
		Infinity,
		fetchPage,
		vendorName,
	);
	return rows
		.filter((row) => valueAt(row, 'call_id') === id)
		.flatMap((row) => plainText(valueAt(row, 'transcript')) || [])
		.reverse();
}

/**
 * A call with its transcript.
 * @throws ItemFailure if there is none, or none yet
 */
export async function readTranscript(callId: string, api: ApiClient): Promise<IDataObject> {
	const { body } = await api.send({
		request: { method: 'GET', path: '/calls', query: { id: callId } },
		ids: { callId },
	});
	const call = asItem(body);
	const texts = hasEnded(call) ? await textsOf(call, api) : [];
	if (texts.length === 0) throw noTranscript(call);
	const {
		outcome = null,
		status = null,
		duration = null,
		summary = null,
		agent_name = null,
		agent_id = null,
		lead_id = null,
		created_at = null,
		id = callId,
	} = endedCall(call);
	return {
		outcome,
		status,
		transcript: texts.join('\n\n'),
		summary,
		duration,
		agent_name,
		created_at,
		agent_id,
		lead_id,
		id,
	};
}
