import type { IAllExecuteFunctions } from 'n8n-workflow';

import type { ApiClient } from '../contract/operation';
import type { Connection } from '../http/ports';
import type { Vendor } from '../contract/vendor';
import type { RetryLimits } from '../http/send';
import { sender } from '../http/sender';
import { senderPorts } from './senderPorts';

/** The way to a vendor for what a person or the vendor waits for: a dropdown, a trigger's hook, a call that is read back. */
export interface UrgentClient {
	send: ApiClient['send'];
	connect(): Promise<Connection>;
}

/** Its requests go before those of running workflows. */
export function urgentClient(
	context: IAllExecuteFunctions,
	vendor: Vendor,
	limits: Pick<RetryLimits, 'maxRetries' | 'maxWaitMs'>,
): UrgentClient {
	const ports = senderPorts(context, vendor);
	return {
		send: sender(vendor, ports, { ...limits, urgent: true, run: ports, cancelled: () => false }),
		connect: ports.http.connect,
	};
}
