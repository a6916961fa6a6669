import type { IAllExecuteFunctions } from 'n8n-workflow';

import type { ApiClient } from '../contract/operation';
import type { Connection } from '../http/ports';
import type { Vendor } from '../contract/vendor';
import type { RetryLimits } from '../http/send';
import { sender } from '../http/sender';
import { senderPorts } from './senderPorts';

/** The way to a vendor for requests outside of a running workflow. */
export interface Client {
	send: ApiClient['send'];
	connect(): Promise<Connection>;
}

interface Limits extends Pick<RetryLimits, 'maxRetries' | 'maxWaitMs'> {
	/** How long one answer may take, because other requests wait behind it. */
	timeoutMs: number;
}

function client(
	context: IAllExecuteFunctions,
	vendor: Vendor,
	{ timeoutMs, ...limits }: Limits,
	urgent: boolean,
): Client {
	const ports = senderPorts(context, vendor, () => ({ timeout: timeoutMs }));
	return {
		send: sender(vendor, ports, { ...limits, urgent, run: ports, cancelled: () => false }),
		connect: ports.http.connect,
	};
}

/**
 * For requests that a person or the vendor waits for: a dropdown, a trigger's hook, reading a call after its report.
 * They go before running workflows.
 */
export const urgentClient = (context: IAllExecuteFunctions, vendor: Vendor, limits: Limits): Client =>
	client(context, vendor, limits, true);

/** For requests that do not keep anyone waiting. They take turns with running workflows. */
export const backgroundClient = (context: IAllExecuteFunctions, vendor: Vendor, limits: Limits): Client =>
	client(context, vendor, limits, false);
