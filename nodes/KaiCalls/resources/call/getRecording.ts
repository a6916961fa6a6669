import type { IDataObject } from 'n8n-workflow';

import { ItemFailure, invalidInput } from '../../../shared/contract/failure';
import { FileRow } from '../../../shared/contract/fileRow';
import type { ApiClient, ItemParameters } from '../../../shared/contract/operation';
import { readId } from '../../../shared/operations/readers';
import { vendorWords } from '../../../shared/http/vendorWords';
import type { OperationDescription } from '../../../shared/fields/resource';
import { at } from '../../../shared/values/json';
import { asItem } from '../../../shared/values/rows';
import { readNumber } from '../../../shared/values/reading/number';
import { readOption } from '../../../shared/values/reading/option';
import { callLocator } from '../../locators';
import { routing } from '../../vendor';
import { hasEnded } from '../../waiting/outcome';

export const DEFAULT_MAX_MEGABYTES = 50;

/** Media types of audio files by ending (IANA, and what voice providers send). */
const AUDIO_TYPES = new Map(Object.entries({
	mp3: 'audio/mpeg',
	wav: 'audio/wav',
	ogg: 'audio/ogg',
	m4a: 'audio/mp4',
	webm: 'audio/webm',
	flac: 'audio/flac',
}));

interface Plan {
	id: string;
	field: string;
	maxBytes: number;
}

function readPlan(item: ItemParameters): Plan {
	const megabytes = readOption(item, 'options.maxSize', 'Max Size (MB)', readNumber, { min: 0 }) ?? DEFAULT_MAX_MEGABYTES;
	if (megabytes === 0) throw invalidInput('"Max Size (MB)" must be above 0', 'Enter how large a recording may be.');
	const field = String(item.parameter('binaryPropertyName', 'data'));
	return { id: readId(item, 'callId'), field, maxBytes: megabytes * 1024 * 1024 };
}

/** Where a link may be: as seed 004 shows it, and as the vendor's other documents do (apis/kaicalls.md 3.4). */
const linkIn = (body: unknown): string | undefined =>
	[at(body, 'recording_url'), at(body, 'call', 'recording_url'), at(body, 'url')].find(
		(link): link is string => typeof link === 'string' && link !== '',
	);

function noRecording(call: IDataObject): ItemFailure {
	return new ItemFailure({
		kind: 'refused',
		message: hasEnded(call) ? 'This call has no recording' : `This call has no recording yet: it is ${vendorWords(call.status)}`,
		description: hasEnded(call)
			? 'A call that nobody answered has none; of one that just ended it may still be on its way.'
			: 'Run the item again when the call has ended.',
	});
}

/** `GET /calls?id=` [seed 004]; only where it names none, `GET /recordings?call_id=` [docs: sdk]. */
async function findLink({ id }: Plan, api: ApiClient): Promise<{ call: IDataObject; link: string }> {
	const ids = { callId: id };
	const { body } = await api.send({ request: { method: 'GET', path: '/calls', query: { id } }, ids });
	const link = linkIn(body);
	if (link !== undefined) return { call: asItem(body), link };
	const further = await api.send({
		request: { method: 'GET', path: '/recordings', query: { call_id: id } },
		ids,
		tolerate: ({ status }) => status === 404,
	});
	const signed = linkIn(further.body);
	if (signed === undefined) throw noRecording(asItem(body));
	return { call: asItem(body), link: signed };
}

export const getRecording: OperationDescription = {
	option: {
		name: 'Get Recording',
		value: 'getRecording',
		action: 'Get the recording of a call',
		description: 'Fetch the audio of a call as a file. The API key is not sent to the host that keeps it.',
		routing: routing.steps({
			plan: readPlan,
			async perform(plan, api) {
				const { call, link } = await findLink(plan, api);
				const file = await api.download({
					url: link,
					name: plan.id,
					what: 'recording',
					maxBytes: plan.maxBytes,
					types: AUDIO_TYPES,
				});
				const { status = null, duration = null } = call;
				const row = { id: plan.id, status, duration, fileName: file.fileName, mimeType: file.mimeType };
				return [new FileRow(row, { [plan.field]: file })];
			},
		}),
	},
	fields: [
		callLocator,
		{
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			required: true,
			default: 'data',
			hint: 'The name of the output binary field to put the file in',
		},
	],
};
