import type { IBinaryData, IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../../../shared/contract/failure';
import type { ApiClient } from '../../../shared/contract/operation';
import { sleepUntil } from '../../../shared/contract/time';
import { vendorWords } from '../../../shared/http/vendorWords';
import { valueAt } from '../../../shared/values/json';
import { asItem } from '../../../shared/values/rows';
import { hasEnded } from '../../ending/end';
import { wasNotTaken } from '../../ending/ending';
import { WAIT_LABEL } from './recordingOptions';

/** Media types of audio files by file extension (from IANA and voice providers). */
const AUDIO_TYPES = new Map(
	Object.entries({
		mp3: 'audio/mpeg',
		wav: 'audio/wav',
		ogg: 'audio/ogg',
		m4a: 'audio/mp4',
		webm: 'audio/webm',
		flac: 'audio/flac',
	}),
);

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 15_000;

export interface WantedRecording {
	/** ID of the call. */
	id: string;
	maxBytes: number;
	/** How long to look again for a missing recording, in ms. */
	waitMs: number;
}

/** The link in an answer of `GET /calls?id=` or `GET /recordings` (docs/vendors/kaicalls.md#transcripts-and-recordings). */
const linkIn = (body: unknown): string | undefined =>
	[valueAt(body, 'recording_url'), valueAt(body, 'call', 'recording_url'), valueAt(body, 'url')].find(
		(link): link is string => typeof link === 'string' && link !== '',
	);

const refused = (message: string, description: string): ItemFailure =>
	new ItemFailure({ kind: 'refused', message, description });

/**
 * Statuses of a recording that is not finished. KaiCalls documents no statuses of `GET /recordings`
 * (docs/vendors/kaicalls.md#transcripts-and-recordings).
 */
const IN_THE_MAKING = /process|pending|progress|queue|wait|not.?ready/i;
const NONE = /unavailable|none|no.?recording|deleted|expired|fail/i;

/** The API's data about a recording. */
interface Found {
	call: IDataObject;
	link: string | undefined;
	/** Status in the answer of `GET /recordings`; '' if there is a link. */
	status: string;
}

/** Whether the API says that there will be no recording. */
const isNone = ({ call, status }: Found): boolean =>
	hasEnded(call) && !IN_THE_MAKING.test(status) && (NONE.test(status) || wasNotTaken(call));

function noRecording(found: Found): ItemFailure {
	const { call, status } = found;
	const said = vendorWords(call.status);
	if (!hasEnded(call))
		return refused(
			`This call has no recording yet: it ${said === '' ? 'has not ended' : `is ${said}`}`,
			`Run the item again when the call has ended, or add the option "${WAIT_LABEL}".`,
		);
	if (isNone(found)) {
		const said = status && `KaiCalls says: "${status}".`;
		return refused('This call has no recording', said || 'A call without an answer has none.');
	}
	const remedy = `Run the item again later, or add the option "${WAIT_LABEL}".`;
	return IN_THE_MAKING.test(status)
		? refused('The recording of this call is not ready yet', remedy)
		: refused(
				'This call has no recording, or none yet',
				`If the call just ended, the recording may come soon. ${remedy}`,
			);
}

const isUnknown = ({ status }: { status?: number }): boolean => status === 404;

/** `GET /recordings?call_id=` creates a new link. */
async function askForLink(id: string, api: ApiClient): Promise<Omit<Found, 'call'>> {
	const { body } = await api.send({
		request: { method: 'GET', path: '/recordings', query: { call_id: id } },
		ids: { callId: id },
		tolerate: isUnknown,
	});
	return { link: linkIn(body), status: vendorWords(valueAt(body, 'status')) };
}

/** Reads the call; asks for a link only if the call has none. */
async function look({ id }: WantedRecording, api: ApiClient): Promise<Found> {
	const { body } = await api.send({ request: { method: 'GET', path: '/calls', query: { id } }, ids: { callId: id } });
	const link = linkIn(body);
	return { call: asItem(body), ...(link === undefined ? await askForLink(id, api) : { link, status: '' }) };
}

/** Result of one look: the file, or the reason why it is missing and whether it may still come. */
type Attempt = { call: IDataObject; file: IBinaryData } | { failure: ItemFailure; mayCome: boolean };

/** Statuses with which hosts refuse a link that has expired, or a link to an unfinished file. */
const REFUSED_LINK: ReadonlySet<unknown> = new Set([400, 401, 403, 404, 410]);

/** Downloads the file behind a link. @throws errors that are not about the file */
async function fetchFile(
	{ id, maxBytes }: WantedRecording,
	url: string,
	api: ApiClient,
): Promise<IBinaryData | ItemFailure> {
	return await api
		.download({ url, name: id, what: 'recording', maxBytes, types: AUDIO_TYPES })
		.catch((thrown: unknown) => {
			if (thrown instanceof ItemFailure) return thrown;
			throw thrown;
		});
}

/** A host that answered may answer differently later. Another failure, such as a file that is too large, stays. */
const mayChange = ({ failure }: ItemFailure): boolean => failure.status !== undefined || failure.kind === 'unavailable';

/** Downloads the file from the link in the call; if that link has expired, from a new one. */
async function fetchFound(
	wanted: WantedRecording,
	{ call, link }: { call: IDataObject; link: string },
	api: ApiClient,
): Promise<Attempt> {
	const first = await fetchFile(wanted, link, api);
	if (!(first instanceof ItemFailure)) return { call, file: first };
	if (!REFUSED_LINK.has(first.failure.status)) return { failure: first, mayCome: mayChange(first) };
	const { link: fresh, status } = await askForLink(wanted.id, api);
	if (fresh === undefined && IN_THE_MAKING.test(status))
		return { failure: noRecording({ call, link: fresh, status }), mayCome: true };
	if (fresh === undefined || fresh === link) return { failure: first, mayCome: !NONE.test(status) };
	const second = await fetchFile(wanted, fresh, api);
	return second instanceof ItemFailure ? { failure: second, mayCome: mayChange(second) } : { call, file: second };
}

async function attempt(wanted: WantedRecording, api: ApiClient): Promise<Attempt> {
	const found = await look(wanted, api);
	const { call, link } = found;
	return link === undefined
		? { failure: noRecording(found), mayCome: !isNone(found) }
		: await fetchFound(wanted, { call, link }, api);
}

/** Looks for the file until it is there. @throws ItemFailure if it will not come, or not in time */
export async function fetchRecording(
	wanted: WantedRecording,
	api: ApiClient,
): Promise<{ call: IDataObject; file: IBinaryData }> {
	const until = api.time.now() + wanted.waitMs;
	for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
		const made = await attempt(wanted, api);
		if ('file' in made) return made;
		const now = api.time.now();
		if (!made.mayCome || now >= until || !(await sleepUntil(Math.min(now + pause, until), api.cancelled, api.time)))
			throw made.failure;
	}
}
