import type { IBinaryData, IExecuteFunctions, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { isStream, type Stream } from '../http/answerBody';
import { fileNameOf } from '../values/fileName';
import { isPublicHost } from '../http/publicAddress';
import { FileNotNow } from '../http/retriedFile';
import { isBreakdown } from '../http/retry';
import { classifyTransportError, isTimeOut } from '../http/transportFailure';
import { ItemFailure, type Failure } from '../contract/failure';
import type { FileRequest } from '../contract/file';
import { abandon, openAnswer, receive, type OpenAnswer } from './answer';
import { ArrivingFile } from './arrivingFile';
import { DEFAULT_TIMEOUT_MS } from './requestOptions';
import { stringOf } from '../values/text';

type NodeContext = IExecuteFunctions | IExecuteSingleFunctions;

const MAX_REDIRECTS = 5;

const failed = (kind: Failure['kind'], message: string, description: string, status?: number): ItemFailure =>
	new ItemFailure({ kind, message, description, ...(status !== undefined && { status }) });

/**
 * Whether the addresses of a host name are on the internet, by n8n's own filter, which also knows the administrator's
 * exceptions. A name that does not resolve fails later, in the download. A name may resolve to another address by then:
 * only n8n's own protection (N8N_SSRF_PROTECTION_ENABLED) helps against that, because it checks the connected address.
 */
async function resolvesInside({ helpers }: NodeContext, url: URL): Promise<boolean> {
	// Missing in some versions of n8n 2.
	if (typeof helpers.getSecureEgressFilter !== 'function') return false;
	const checked = await helpers
		.getSecureEgressFilter('enforced')
		.validateUrl(url)
		.catch(() => undefined);
	return checked?.ok === false;
}

/**
 * Allows hosts of the internet over HTTPS. The credential's own host may be internal, because the user has entered it.
 * @throws ItemFailure for every other address
 */
async function checkedFileUrl(
	context: NodeContext,
	url: string,
	{ what }: Pick<FileRequest, 'what'>,
	baseUrl: string,
): Promise<URL> {
	const target = URL.canParse(url) ? new URL(url) : undefined;
	const own = new URL(baseUrl);
	if (target?.hostname === own.hostname && target.protocol === own.protocol) return target;
	const isPublic = target?.protocol === 'https:' && isPublicHost(target.hostname);
	if (target && isPublic && !(await resolvesInside(context, target))) return target;
	throw failed(
		'refused',
		`The ${what} was not fetched: its address, ${target ? `${target.protocol}//${target.host}` : 'unreadable'}, is not allowed`,
		'Only https:// addresses on the internet are called, and the host of the Base URL in the credential.',
	);
}

/** One request without the key: the helper gets no credential. */
async function fetchOnce(
	context: NodeContext,
	url: URL,
	options: Partial<IHttpRequestOptions>,
	abortSignal: AbortSignal,
): Promise<OpenAnswer> {
	return openAnswer(
		await context.helpers.httpRequest({
			...options,
			headers: {},
			method: 'GET',
			url: url.href,
			json: false,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			abortSignal,
		}),
	);
}

const isRedirect = ({ status }: OpenAnswer): boolean => status >= 300 && status < 400;

function resolved(location: unknown, from: URL): string {
	const target = stringOf(location ?? '');
	return URL.canParse(target, from.href) ? new URL(target, from.href).href : '';
}

/** Follows redirects itself, so that every host on the way is checked. */
async function fetchFile(
	context: NodeContext,
	file: FileRequest,
	baseUrl: string,
	options: Partial<IHttpRequestOptions>,
	signal: AbortSignal,
): Promise<OpenAnswer> {
	let url = await checkedFileUrl(context, file.url, file, baseUrl);
	for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
		const answer = await fetchOnce(context, url, options, signal);
		if (!isRedirect(answer)) return answer;
		abandon(answer);
		url = await checkedFileUrl(context, resolved(answer.headers.location, url), file, baseUrl);
	}
	throw failed(
		'unavailable',
		`The ${file.what} was not fetched: its host redirects too often`,
		'Run the item again later.',
	);
}

/** The stream; it breaks off when the file is rejected. */
function checked(body: unknown, arriving: ArrivingFile): Stream {
	if (!isStream(body)) throw new Error('the answer holds no file');
	return body.map((chunk: Buffer) => arriving.take(chunk));
}

const textsOf = (headers: OpenAnswer['headers']): Record<string, string> =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

/** Checks that are possible before a byte of the file is read. */
function checkAnswer({ status, headers }: OpenAnswer, { what }: FileRequest): void {
	if (status === 200) return;
	if (status === 429 || isBreakdown(status)) {
		const message = `The host of the ${what} is not available now (status ${status})`;
		throw new FileNotNow(
			{ message, description: 'Run the item again later.', status },
			{ status, headers: textsOf(headers), body: undefined },
		);
	}
	if (status < 300)
		throw failed(
			'refused',
			`The host of the ${what} does not have it yet (status ${status})`,
			'Run the item again later.',
			status,
		);
	throw failed(
		'refused',
		`The host of the ${what} refused to send it (status ${status})`,
		'The link may have expired or the file may be gone. Run the item again, which asks for a new link.',
		status,
	);
}

const saidType = ({ headers }: OpenAnswer): string =>
	String(headers['content-type'] ?? '')
		.split(';')[0]
		?.trim()
		.toLowerCase() ?? '';

/** Media type and ending: from the host if its type is an expected one, otherwise from the address. */
function typeOf(said: string, { url, types }: FileRequest): { ending: string; type: string } {
	const ending = /\.([a-z0-9]{1,5})$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? '';
	const bySaid = [...types].find(([, type]) => type === said);
	if (bySaid && types.get(ending) !== said) return { ending: bySaid[0], type: said };
	const byEnding = types.get(ending);
	return byEnding === undefined ? { ending: 'bin', type: 'application/octet-stream' } : { ending, type: byEnding };
}

/** The failure of a file that did not arrive whole; it is a reading, so trying again is harmless. */
function interrupted(thrown: unknown, { what }: FileRequest, timeoutMs: number): ItemFailure {
	if (thrown instanceof ItemFailure) return thrown;
	const { kind, reason } = classifyTransportError(thrown);
	if (kind === 'cancelled')
		return failed('skipped', `The ${what} was not fetched: the run ended`, 'Run the item again.');
	if (isTimeOut(reason)) {
		return failed(
			'unavailable',
			`The ${what} did not arrive completely within ${timeoutMs / 1_000} s`,
			'Run the item again, or raise Timeout under Request Options in the settings of the node.',
		);
	}
	const failure = {
		message: `The ${what} could not be fetched: no connection to its host, or the connection broke off`,
		description: `Run the item again. (${reason})`,
	};
	return kind === 'blocked' ? new ItemFailure({ kind: 'unavailable', ...failure }) : new FileNotNow(failure);
}

/**
 * Streams a file from a host that must not get the key into n8n's binary data.
 * @param baseUrl of the credential, whose host may be a private one
 * @throws ItemFailure when the host may not be called or has no such file, or when the file is too large, of another
 * kind or too late; FileNotNow if a further try may get it
 */
export async function download(
	context: NodeContext,
	file: FileRequest,
	baseUrl: string,
	options: Partial<IHttpRequestOptions>,
): Promise<IBinaryData> {
	const { timeout: timeoutMs = DEFAULT_TIMEOUT_MS } = options;
	const opening = async (signal: AbortSignal) => await fetchFile(context, file, baseUrl, options, signal);
	try {
		return await receive(opening, { timeoutMs, stop: context.getExecutionCancelSignal() }, async (answer, deadline) => {
			checkAnswer(answer, file);
			const said = saidType(answer);
			const arriving = new ArrivingFile(file, said);
			arriving.announce(answer.headers['content-length']);
			const { ending, type } = typeOf(said, file);
			const name = `${fileNameOf(file.name)}.${ending}`;
			const binary = await deadline.race(context.helpers.prepareBinaryData(checked(answer.body, arriving), name, type));
			arriving.end();
			return binary;
		});
	} catch (thrown) {
		throw interrupted(thrown, file, timeoutMs);
	}
}
