import type { IncomingResponse, TransportFailure, Unread } from '../contract/exchange';
import { ItemFailure, notSent } from '../contract/failure';
import { BYTES_PER_MB, MAX_ANSWER_LABEL } from './answerLimits';
import { certificateFault } from './certificate';
import { explainRefusal, isRedirect } from './refusal';
import { TOO_DEEP_TO_SEND } from './transportFailure';
import type { Refusal, Vendor } from '../contract/vendor';

/** A try without success: the vendor's refusal, or no answer at all. */
export type FailedAttempt =
	| { response: IncomingResponse; refusal: Refusal; failure?: undefined }
	| { response?: undefined; refusal?: undefined; failure: TransportFailure };

const WORDS = new Map(
	Object.entries({
		ECONNREFUSED: 'the connection was refused',
		ENOTFOUND: 'there is no host with that name',
		EAI_AGAIN: 'the name of the host could not be looked up',
		EHOSTUNREACH: 'there is no route to the host',
		ENETUNREACH: 'there is no route to the host',
		EPROTO: 'the server does not use HTTPS correctly',
		ECONNRESET: 'the connection broke off',
		ETIMEDOUT: 'no answer in time',
		ECONNABORTED: 'no answer in time',
		ERR_BAD_RESPONSE: 'the answer broke off',
		[TOO_DEEP_TO_SEND]: 'the request is nested too deep or too long to be written',
		ERR_INVALID_CHAR: 'the request has a character in it that cannot be sent',
	}),
);

/**
 * Codes of one kind, from the HTTP parser (llhttp), from unpacking (zlib, Brotli, Zstandard), from encryption, and from
 * sockets.
 */
const KINDS: Array<[codes: RegExp, words: string]> = [
	[/^HPE_HEADER_OVERFLOW$/, 'the headers of the answer are too large'],
	[/^HPE_/, 'the answer is not valid HTTP'],
	[/^(?:Z_|ZSTD_|ERR_ZSTD|ERR_ZLIB|ERR_BROTLI|ERR__ERROR_|ERR_PADDING_|BROTLI_)/, 'the answer could not be unpacked'],
	[/^(?:ERR_SSL_|ERR_TLS_)/, 'the server does not use HTTPS correctly'],
	[/^(?:EPIPE|ERR_STREAM_|ERR_SOCKET_|UND_ERR_SOCKET$)/, 'the connection broke off'],
	[/^UND_ERR_.*TIMEOUT$/, 'no answer in time'],
];

/** A code, not a sentence. */
const CODE = /^[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+$|^E[A-Z]+$/;

const inWords = (reason: string): string =>
	WORDS.get(reason) ??
	KINDS.find(([codes]) => codes.test(reason))?.[1] ??
	(CODE.test(reason) ? 'the connection failed' : reason);

/** In words, because n8n replaces a message that contains a network code by its own. */
function wordsFor({ failure, response }: FailedAttempt): string {
	if (response) return `status ${response.status}`;
	return certificateFault(failure.reason) ?? inWords(failure.reason);
}

const UNREACHED = {
	description: 'Check the Base URL in the credential and the network of n8n.',
	again: 'Then run the item again.',
};

const UNTRUSTED = {
	description:
		'Check the Base URL in the credential. If it is right, renew the certificate, or let n8n trust its issuer (NODE_EXTRA_CA_CERTS).',
	again: 'Or turn on Ignore SSL Issues (Insecure) under Request Options in the settings of the node.',
};

/** @param clockTime when the limit resets, for the user to read */
export const limitReached = (vendor: Vendor, clockTime: string): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message: `The request limit of ${vendor.name} is used up until ${clockTime}`,
		description: '',
		again: 'This item was not done. Run it again after that time, or raise Max Wait in the options of the node.',
		status: 429,
	});

/**
 * The limit was reached after a try without an answer.
 * @param repeatable whether doing it twice equals doing it once, so that a further run of the item is harmless
 */
export function limitAfterDoubt(vendor: Vendor, clockTime: string, repeatable: boolean): ItemFailure {
	const doubtful = doubt(vendor, `and the request limit is used up until ${clockTime}`, { status: 429 });
	return repeatable ? harmlessAgain(doubtful, ` after ${clockTime}`) : doubtful;
}

/** An unclear answer to a request that a further try may send again. */
const harmlessAgain = ({ failure }: ItemFailure, when = ''): ItemFailure =>
	new ItemFailure({
		...failure,
		kind: 'unavailable',
		mayBeDone: true,
		description: `It may or may not have been carried out; doing it twice is harmless. Run the item again${when}.`,
	});

/** The end of a request that may be sent twice, after a try without a clear answer. */
export const leftInDoubt = ({ failure }: ItemFailure): ItemFailure =>
	new ItemFailure({
		...failure,
		mayBeDone: true,
		description:
			`${failure.description} A try got no clear answer, so it may have been carried out; doing it twice is harmless.`.trim(),
	});

/** @param tries how often it was sent */
export function final(vendor: Vendor, failed: FailedAttempt, tries: number): ItemFailure {
	return failed.refusal ? new ItemFailure(explainRefusal(vendor, failed.refusal)) : unavailable(vendor, failed, tries);
}

/**
 * It could not be done, and a later try is harmless.
 * @param clockTime the vendor's time for the next try, if it names one
 */
export function unavailable(vendor: Vendor, failed: FailedAttempt, tries: number, clockTime?: string): ItemFailure {
	if (failed.refusal) {
		const told = clockTime === undefined ? {} : { message: `${vendor.name} is not available until ${clockTime}` };
		return new ItemFailure({ ...explainRefusal(vendor, failed.refusal), kind: 'unavailable', ...told });
	}
	return new ItemFailure({
		kind: 'unavailable',
		message: `${vendor.name} could not be reached: ${wordsFor(failed)} (${tries === 1 ? 'one try' : `${tries} tries`})`,
		...(certificateFault(failed.failure.reason) ? UNTRUSTED : UNREACHED),
		code: failed.failure.reason,
	});
}

const doubt = (vendor: Vendor, why: string, details: { remedy?: string; status?: number; code?: string } = {}) => {
	const { remedy = '', ...codes } = details;
	return new ItemFailure({
		kind: 'unknown',
		message: `The outcome is unknown: the request went out to ${vendor.name}, but no clear answer came back (${why})`,
		description:
			`It may or may not have been carried out, so it was not sent again. Look it up in ${vendor.name} before you repeat it. ${remedy}`.trim(),
		...codes,
	});
};

function detailsOf(vendor: Vendor, { refusal, failure }: FailedAttempt) {
	if (!refusal) return { code: failure.reason };
	const said = refusal.message && `${vendor.name} says: "${refusal.message}".`;
	const remedy = isRedirect(refusal)
		? `If ${vendor.name} has moved${refusal.location && ` to ${refusal.location}`}, correct the Base URL in the credential, under Other Server.`
		: said;
	return { remedy, status: refusal.status, ...(refusal.code && { code: refusal.code }) };
}

/** A call, message or record must not be made twice because of an unclear answer. */
export const unknownOutcome = (vendor: Vendor, failed: FailedAttempt): ItemFailure =>
	doubt(vendor, wordsFor(failed), detailsOf(vendor, failed));

/** The same, if an earlier try got the unclear answer, which does not end this try. */
export const unknownOfEarlierTry = (vendor: Vendor, failed: FailedAttempt): ItemFailure =>
	new ItemFailure({ ...unknownOutcome(vendor, failed).failure, kind: 'startedBefore' });

/** A success from something other than the vendor's API: the outcome is not known. */
export function notJson(vendor: Vendor, status: number, repeatable: boolean): ItemFailure {
	const remedy = 'Check the Base URL in the credential, and whether a proxy or firewall answers in its place.';
	if (!repeatable) return doubt(vendor, 'the answer is not JSON', { remedy, status });
	return new ItemFailure({
		kind: 'unavailable',
		message: `${vendor.name} answered with something that is not JSON, such as a web page`,
		description: remedy,
		status,
	});
}

/** Which limit an answer exceeds, and what helps. The user can allow a larger answer, but not more levels or values. */
function excessOf(unread: Unread): { fault: string; remedy: string } {
	if (unread.reason === 'tooDeep')
		return { fault: `is nested more than ${unread.maxDepth} levels deep, too deep for n8n to store`, remedy: '' };
	if (unread.reason === 'tooMany')
		return {
			fault: `has more than ${unread.maxValues.toLocaleString('en')} values, too many for n8n`,
			remedy: '',
		};
	const mb = Number((unread.maxBytes / BYTES_PER_MB).toFixed(2));
	return {
		fault: `is larger than ${mb} MB`,
		remedy: `If you expect so much, raise "${MAX_ANSWER_LABEL}" in the options of the node.`,
	};
}

/** A success that n8n could not read. */
export function unreadAnswer(
	vendor: Vendor,
	{ status, unread }: { status: number; unread: Unread },
	repeatable: boolean,
): ItemFailure {
	const { fault, remedy } = excessOf(unread);
	if (!repeatable) return doubt(vendor, `the answer ${fault}`, { status, remedy });
	return new ItemFailure({
		kind: 'refused',
		message: `The answer of ${vendor.name} was not read: it ${fault}`,
		description: remedy || `Nothing is wrong with your data. Tell ${vendor.name} about it.`,
		status,
	});
}

/** A success by its status, with an error in its body. */
export function errorAsSuccess(vendor: Vendor, refusal: Refusal, repeatable: boolean): ItemFailure {
	const told = explainRefusal(vendor, refusal);
	if (told.kind === 'heldBack') return new ItemFailure(told);
	const { status, code, message } = refusal;
	const words = message || code;
	const said = words && `${vendor.name} says: "${words}". `;
	if (!repeatable)
		return doubt(vendor, 'the answer has a success status, but its content is an error', {
			remedy: said.trim(),
			status,
			...(code && { code }),
		});
	return new ItemFailure({
		kind: 'unavailable',
		message: `${vendor.name} answered with an error, under a success status`,
		description: said.trim(),
		again: 'Run the item again.',
		status,
		...(code && { code }),
	});
}

/**
 * Stop was pressed, or another item ended the run, before this request had its answer.
 * @param mayHaveArrived true also if only an earlier try may have arrived
 */
export function cancelled(
	vendor: Vendor,
	{ mayHaveArrived, repeatable }: { mayHaveArrived: boolean; repeatable: boolean },
): ItemFailure {
	if (!mayHaveArrived) return notSent();
	const doubtful = doubt(vendor, 'the run ended');
	return repeatable ? harmlessAgain(doubtful) : doubtful;
}
