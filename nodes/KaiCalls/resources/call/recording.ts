import type { IBinaryData, IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../../../shared/contract/failure';
import type { ApiClient } from '../../../shared/contract/operation';
import { sleepUntil } from '../../../shared/contract/time';
import { vendorWords } from '../../../shared/http/vendorWords';
import { at } from '../../../shared/values/json';
import { asItem } from '../../../shared/values/rows';
import { hasEnded } from '../../ending/end';
import { endedCall } from '../../ending/ending';

export const WAIT_LABEL = 'Wait For Recording (Seconds)';

/** Media types of audio files by ending (IANA, and what voice providers send). */
const AUDIO_TYPES = new Map(Object.entries({
	mp3: 'audio/mpeg',
	wav: 'audio/wav',
	ogg: 'audio/ogg',
	m4a: 'audio/mp4',
	webm: 'audio/webm',
	flac: 'audio/flac',
}));

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 15_000;

export interface WantedRecording {
	/** Of the call. */
	id: string;
	maxBytes: number;
	/** How long to look again for a recording that is not there yet. */
	waitMs: number;
}

/** Where a link may be: as seed 004 shows it, and as the vendor's other documents do (apis/kaicalls.md 3.4). */
const linkIn = (body: unknown): string | undefined =>
	[at(body, 'recording_url'), at(body, 'call', 'recording_url'), at(body, 'url')].find(
		(link): link is string => typeof link === 'string' && link !== '',
	);

const refused = (message: string, description: string): ItemFailure => new ItemFailure({ kind: 'refused', message, description });

/** Calls with these outcomes have no recording. */
const UNRECORDED: ReadonlySet<unknown> = new Set(['noAnswer', 'busy', 'failed']);

/** Words for a recording that is being made: no document lists the statuses of `GET /recordings` (apis/kaicalls.md 3.4). */
const IN_THE_MAKING = /process|pending|progress|queue|wait|not.?ready/i;
const NONE = /unavailable|none|no.?recording|deleted|expired|fail/i;

/** What the API has of a recording. */
interface Found {
	call: IDataObject;
	link: string | undefined;
	/** What `GET /recordings` says of it, where there is no link. */
	status: string;
}

function isReady({ call, link, status }: Found): boolean {
	if (link !== undefined) return true;
	return hasEnded(call) && !IN_THE_MAKING.test(status) && (NONE.test(status) || UNRECORDED.has(endedCall(call).outcome));
}

function noRecording(found: Found): ItemFailure {
	const { call, status } = found;
	if (!hasEnded(call)) return refused(`This call has no recording yet: it is ${vendorWords(call.status)}`, `Run the item again when the call has ended, or add the option "${WAIT_LABEL}".`);
	if (isReady(found)) return refused('This call has no recording', 'A call that nobody answered has none.');
	const remedy = `Run the item again later, or add the option "${WAIT_LABEL}".`;
	return IN_THE_MAKING.test(status)
		? refused('The recording of this call is not ready yet', remedy)
		: refused('This call has no recording, or none yet', `Of a call that just ended it may still be on its way. ${remedy}`);
}

const isUnknown = ({ status }: { status?: number }): boolean => status === 404;

/** `GET /recordings?call_id=` [docs: sdk] makes a link anew. */
async function askForLink(id: string, api: ApiClient): Promise<Omit<Found, 'call'>> {
	const { body } = await api.send({ request: { method: 'GET', path: '/recordings', query: { call_id: id } }, ids: { callId: id }, tolerate: isUnknown });
	return { link: linkIn(body), status: vendorWords(at(body, 'status')) };
}

/** `GET /calls?id=` [seed 004]; only where it names no link, the other. */
async function look({ id }: WantedRecording, api: ApiClient): Promise<Found> {
	const { body } = await api.send({ request: { method: 'GET', path: '/calls', query: { id } }, ids: { callId: id } });
	const link = linkIn(body);
	return { call: asItem(body), ...(link === undefined ? await askForLink(id, api) : { link, status: '' }) };
}

/** @throws ItemFailure when the call has no recording, or none in time */
export async function findLink(wanted: WantedRecording, api: ApiClient): Promise<{ call: IDataObject; link: string }> {
	const until = api.time.now() + wanted.waitMs;
	let found = await look(wanted, api);
	for (let pause = FIRST_PAUSE_MS; !isReady(found) && api.time.now() < until; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
		if (!(await sleepUntil(Math.min(api.time.now() + pause, until), api.cancelled, api.time))) break;
		found = await look(wanted, api);
	}
	const { call, link } = found;
	if (link === undefined) throw noRecording(found);
	return { call, link };
}

/** Refusals of a link that has expired, as hosts word them. */
const EXPIRED: ReadonlySet<unknown> = new Set([400, 401, 403, 404, 410]);

/** The file behind a link; where the link is not good any more, behind a fresh one. @throws ItemFailure when there is none */
export async function fetchRecording({ id, maxBytes }: WantedRecording, link: string, api: ApiClient): Promise<IBinaryData> {
	const fetch = async (url: string) => await api.download({ url, name: id, what: 'recording', maxBytes, types: AUDIO_TYPES });
	return await fetch(link).catch(async (thrown: unknown) => {
		const isExpired = thrown instanceof ItemFailure && EXPIRED.has(thrown.failure.status);
		const fresh = isExpired ? (await askForLink(id, api)).link : undefined;
		if (fresh === undefined || fresh === link) throw thrown;
		return await fetch(fresh);
	});
}
