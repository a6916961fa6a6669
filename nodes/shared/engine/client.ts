import { DateTime } from 'luxon';
import type {
	DeclarativeRestApiSettings,
	IAllExecuteFunctions,
	IDataObject,
	IExecuteSingleFunctions,
} from 'n8n-workflow';

import { checkedBaseUrl } from '../http/baseUrl';
import { keptByNode } from '../memory/staticData';
import { download } from './download';
import { inputFailure, ItemFailure } from '../contract/failure';
import { Lanes } from '../limits/lanes';
import type { ApiRequest, ApiClient } from '../contract/operation';
import { labelOf } from '../http/refusal';
import { isRepeatable } from '../http/retry';
import type { Attempt } from '../run/run';
import { send, type RetryLimits } from '../http/send';
import { systemTime } from './systemTime';
import { exchange, type Connection } from './transport';
import type { Vendor } from '../contract/vendor';
import type { AnnouncedQuota } from '../limits/waits';

type RoutedOptions = DeclarativeRestApiSettings.HttpRequestOptions;

/** Defaults of the node's options. */
export const DEFAULT_MAX_RETRIES = 5;
export const DEFAULT_MAX_WAIT_MINUTES = 5;

const lanes = new Lanes(systemTime);

/**
 * Reads the credential and where it points.
 * @param options what n8n collected for the request: timeout, proxy, certificates, domain rule
 */
export async function connect(
	context: IAllExecuteFunctions,
	vendor: Vendor,
	{ skipSslCertificateValidation, ...options }: RoutedOptions = {},
): Promise<Connection> {
	const fields = await context.getCredentials(vendor.credential);
	return {
		baseUrl: checkedBaseUrl(fields.baseUrl),
		baseUrlIn: (field) => checkedBaseUrl(fields[field], labelOf(field)),
		credential: vendor.credential,
		conceal: concealing(fields),
		options: {
			...options,
			url: '',
			skipSslCertificateValidation: Boolean(skipSslCertificateValidation),
		},
	};
}

/** Shorter texts are no secrets, and would make others unreadable. */
const SHORTEST_SECRET = 8;

/** Vendors may quote the key that they do not accept. */
function concealing(fields: IDataObject): (text: string) => string {
	const secrets = Object.entries(fields).flatMap(([name, value]) =>
		typeof value === 'string' && value.length >= SHORTEST_SECRET && !/url$/i.test(name) ? [value] : [],
	);
	return (text) => secrets.reduce((concealed, secret) => concealed.replaceAll(secret, '***'), text);
}

function concealed(thrown: unknown, { conceal }: Connection): unknown {
	if (!(thrown instanceof ItemFailure)) return thrown;
	const { failure } = thrown;
	return new ItemFailure({
		...failure,
		message: conceal(failure.message),
		description: conceal(failure.description),
		...(failure.code !== undefined && { code: conceal(failure.code) }),
	});
}

/** Stands for the API key, without being it. */
function accountOf(context: IAllExecuteFunctions, vendor: Vendor): string {
	const credential = context.getNode().credentials?.[vendor.credential];
	return `${vendor.credential}:${credential?.id ?? credential?.name ?? ''}`;
}

/** What the vendor last said about the requests that are left. */
export const quotaOf = (context: IAllExecuteFunctions, vendor: Vendor): AnnouncedQuota | undefined =>
	lanes.quotaOf(accountOf(context, vendor));

/** Sends requests of any part of a node (operation, dropdown, trigger) over the lanes they share. */
export function sender(
	context: IAllExecuteFunctions,
	vendor: Vendor,
	connection: () => Promise<Connection>,
	limits: RetryLimits,
): ApiClient['send'] {
	return async ({ request, base, tier, repeatable, ids = {}, ...special }: ApiRequest) => {
		const opened = await connection();
		const address = base === undefined ? opened : { ...opened, baseUrl: opened.baseUrlIn(base) };
		const limitName = tier ?? vendor.tierOf(request.method);
		return await send(
			{ request, ids, ...special, repeatable: repeatable ?? isRepeatable(request.method) },
			{
				vendor,
				limits,
				lane: lanes.of(accountOf(context, vendor), limitName, vendor.limits[limitName]),
				time: systemTime,
				clockTime: (epochMs) =>
					DateTime.fromMillis(epochMs, { zone: context.getTimezone() }).toFormat('yyyy-LL-dd HH:mm:ss ZZZZ'),
				transport: async (outgoing) => await exchange(context, address, outgoing),
			},
		).catch((thrown: unknown) => {
			throw concealed(thrown, opened);
		});
	};
}

function nonNegative(value: unknown, fallback: number): number {
	const number = Number(value);
	return Number.isFinite(number) && number >= 0 ? number : fallback;
}

function readRetryLimits(context: IExecuteSingleFunctions, cancelled: () => boolean): RetryLimits {
	const option = (name: string, fallback: number) =>
		nonNegative(context.getNodeParameter(`options.${name}`, fallback), fallback);
	return {
		maxRetries: option('maxRetries', DEFAULT_MAX_RETRIES),
		maxWaitMs: option('maxWait', DEFAULT_MAX_WAIT_MINUTES) * 60_000,
		cancelled,
	};
}

async function readCredential(context: IExecuteSingleFunctions, type: string): Promise<IDataObject> {
	const read = await context.getCredentials(type).then(
		(fields) => ({ fields }),
		(error: unknown) => ({ failure: inputFailure(error) }),
	);
	if ('failure' in read) throw new ItemFailure(read.failure);
	return read.fields;
}

/** The credential of a pass is read once; decrypting it for every item would cost more than the item. */
const connections = new WeakMap<Attempt, Promise<Connection>>();

/** The way to the vendor for one item of one pass. */
export function clientFor(
	context: IExecuteSingleFunctions,
	vendor: Vendor,
	routed: Pick<DeclarativeRestApiSettings.ResultOptions, 'options'>,
	attempt: Attempt,
): ApiClient {
	const cancelled = () => attempt.stopped || (context.getExecutionCancelSignal()?.aborted ?? false);
	const limits = readRetryLimits(context, cancelled);
	const connection = () => {
		const opened = connections.get(attempt) ?? connect(context, vendor, routed.options);
		connections.set(attempt, opened);
		return opened;
	};
	return {
		send: sender(context, vendor, connection, limits),
		async download(file) {
			const { baseUrl, options } = await connection();
			return await download(context, file, baseUrl, options);
		},
		credential: async (type) => await readCredential(context, type),
		attempt,
		item: context.getItemIndex(),
		account: accountOf(context, vendor),
		memory: () => keptByNode(context),
		time: systemTime,
		vendorName: vendor.name,
		cancelled,
	};
}
