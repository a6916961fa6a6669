import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { everyOne } from '../../support/everyOne';
import { until } from '../../support/eventually';
import { byId } from '../bench';
import { offeredOperations } from '../census/operations';
import { useKaiCallsBench } from '../kaicalls';
import { WaitingN8n } from '../waitingN8n';
import { readSchema, schemaFileOf } from './schemaFile';

const bench = useKaiCallsBench();

let n8n: WaitingN8n;

beforeEach(async () => {
	n8n = await new WaitingN8n().start();
	bench.control.configureKaiCalls({ endsAfterSeconds: 10_000_000, ringsAfterSeconds: 0, answersAfterSeconds: 0 });
});

afterEach(async () => await n8n.stop());

it('before anything ran, n8n knows the columns of a call that was waited for to its end', async () => {
	const parameters = {
		resource: 'call',
		operation: 'createAndWait',
		agentId: byId(bench.state.agents[0]?.id ?? ''),
		to: '+12025550123',
		timeLimit: 1_000_000,
	};
	await n8n.run(bench.nodeRun(parameters, {}));
	const placed = bench.state.calls.find(({ webhook_url }) => webhook_url !== null);
	await bench.control.completeCall({ callId: placed?.id ?? '', duration: 30, summary: 'Wants a demo.' });
	await until(() => n8n.rows !== undefined);

	const operation = offeredOperations().find(({ operationName }) => operationName === 'createAndWait');
	const known = Object.keys((operation && readSchema(schemaFileOf(operation)))?.properties ?? {});
	for (const row of everyOne(n8n.rows ?? []))
		expect(Object.keys(row).filter((name) => !known.includes(name))).toEqual([]);
});
