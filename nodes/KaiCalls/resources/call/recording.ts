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

/** Media types of audio files by ending (IANA, and what voice providers send). */
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
	/** Of the call. */
	id: string;
	maxBytes: number;
	/** How long to look again for a recording that is not there yet. */
	waitMs: number;
}

/** Where a link may be: as `GET /calls?id=` and `GET /recordings` may show it (docs/vendors/kaicalls.md#transcripts-and-recordings). */
const linkIn = (body: unknown): string | undefined =>
	[valueAt(body, 'recording_url'), valueAt(body, 'call', 'recording_url'), valueAt(body, 'url')].find(
		(link): link is string => typeof link === 'string' && link !== '',
	);

const refused = (message: string, description: string): ItemFailure =>
	new ItemFailure({ kind: 'refused', message, description });

/**
 * Words for a recording that is being made: no document lists the statuses of `GET /recordings`
 * (docs/vendors/kaicalls.md#transcripts-and-recordings).
 */
const IN_THE_MAKING = /process|pending|progress|queue|wait|not.?ready/i;
const NONE = /unavailable|none|no.?recording|deleted|expired|fail/i;

/** What the API has of a recording. */
interface Found {
	call: IDataObject;
	link: string | undefined;
	/** What `GET /recordings` says of it, where there is no link. */
	status: string;
}

/** Whether the API says that there will be none. */
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

/** `GET /recordings?call_id=` makes a link anew. */
async function askForLink(id: string, api: ApiClient): Promise<Omit<Found, 'call'>> {
	const { body } = await api.send({
		request: { method: 'GET', path: '/recordings', query: { call_id: id } },
		ids: { callId: id },
		tolerate: isUnknown,
	});
	return { link: linkIn(body), status: vendorWords(valueAt(body, 'status')) };
}

/** `GET /calls?id=`; only where it names no link, the other. */
async function look({ id }: WantedRecording, api: ApiClient): Promise<Found> {
	const { body } = await api.send({ request: { method: 'GET', path: '/calls', query: { id } }, ids: { callId: id } });
	const link = linkIn(body);
	return { call: asItem(body), ...(link === undefined ? await askForLink(id, api) : { link, status: '' }) };
}

/** What one look brought: the file, or why there is none, and whether it may still come. */
type Attempt = { call: IDataObject; file: IBinaryData } | { failure: ItemFailure; mayCome: boolean };

/** How hosts refuse a link that has expired, or one to a file that is still on its way. */
const REFUSED_LINK: ReadonlySet<unknown> = new Set([400, 401, 403, 404, 410]);

/** The file behind a link. @throws whatever is no failure of the file */
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

/** A host that answered may answer otherwise later. Another failure, such as a size that is not allowed, stays. */
const mayChange = ({ failure }: ItemFailure): boolean => failure.status !== undefined || failure.kind === 'unavailable';

/** The file behind the link in a call; where the link is not good any more, behind a fresh one. */
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

/** Looks for the file until it is there, or will not come in time. @throws ItemFailure then */
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
