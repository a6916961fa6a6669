import { setTimeout as delay } from 'node:timers/promises';

import { systemTime } from '../../../nodes/shared/engine/systemTime';
import { runNode } from '../engine';
import { loadCredential, loadNode } from './load';
import type { Ended, Order } from './order';

const PATIENT = { maxWait: 70, maxRetries: 20 };
/** Its minutes are the sandbox's: a loaded machine must not make a request too late. */
const TIMEOUT_MS = 3_600_000;

function livesIn({ timeScale, scaledSince }: Order): void {
	Object.assign(systemTime, {
		now: () => scaledSince + (Date.now() - scaledSince) * timeScale,
		sleep: async (milliseconds: number) => await delay(milliseconds / timeScale),
	});
}

/** Runs the ordered node, as the only one of a workflow. */
async function execute(order: Order): Promise<Ended> {
	livesIn(order);
	const { items, error } = await runNode({
		type: await loadNode(order.folder),
		credential: { id: 'shared', type: await loadCredential(order.folder), data: order.account },
		parameters: { ...order.parameters, options: PATIENT, requestOptions: { timeout: TIMEOUT_MS } },
		items: order.items,
		mode: 'trigger',
	});
	const failed = items.find(({ json }) => json.error !== undefined);
	return { items: items.length, error: error?.message ?? (failed && JSON.stringify(failed.json.error)) };
}

process.on('message', (order: Order) => {
	void execute(order).then((ended) => process.send?.(ended));
});
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
