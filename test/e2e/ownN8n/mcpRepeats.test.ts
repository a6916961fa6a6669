import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { startSandbox, type Sandbox } from '../../../sandbox';
import { CACHE } from '../../../scripts/repository';
import { ImpatientClients, PHONE, repeatingAgent } from '../mcpRepeats';
import { QueueN8n } from '../queueN8n';
import { SingleN8n } from '../singleN8n';
import { eventually } from '../../support/eventually';

/** A sandbox, an n8n and clients that give up, for the tests of one describe. */
function useImpatientClients<N8n extends SingleN8n | QueueN8n>(start: () => Promise<N8n>) {
	let sandbox: Sandbox;
	let n8n: N8n;
	let clients: ImpatientClients;

	beforeAll(async () => {
		sandbox = await startSandbox();
		n8n = await start();
	});
	beforeEach(async () => {
		sandbox.control.reset();
		clients = await ImpatientClients.of(n8n.client, sandbox, () => n8n.url);
	});
	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
	});

	return { sandbox: () => sandbox, n8n: () => n8n, clients: () => clients };
}

describe('an MCP client that gives up after 2 s and calls again, on n8n in one process', () => {
	const { sandbox, n8n, clients } = useImpatientClients(
		async () => await SingleN8n.start(join(CACHE, 'e2e-mcp-repeats')),
	);

	test('rings once: the second call waits for the first one, and the third one reads its answer, too', async () => {
		clients().answerSlowly(1);
		expect(await clients().giveUp()).toBe(false);
		const second = await clients().repeat();
		const third = await clients().repeat();
		expect(clients().timesRung).toBe(1);
		for (const answer of [second, third])
			expect(answer).toMatch(
				/Not done again: this is the answer to an equal call of this tool at \d{4}-.*Same Again After/,
			);
		const [{ id = '' } = {}] = sandbox()
			.control.kaiCallsState()
			.calls.filter(({ to }) => to === PHONE);
		expect(second).toContain(id);
	});

	test('and n8n is restarted in between: it rings again, as n8n gives such a tool nothing that outlives the process', async () => {
		expect(await clients().giveUp()).toBe(true);
		await n8n().restart();
		await clients().repeat();
		expect(clients().timesRung).toBe(2);
	});

	test('an AI agent of version 3 that asks for the same before and after a restart rings once, and reads when that was', async () => {
		const { converse, stop } = await repeatingAgent(n8n().client, sandbox());
		try {
			expect(await converse()).toContain(PHONE);
			expect(await converse()).toContain('Not done again: this is the answer to an equal call');
			await n8n().restart();
			expect(await converse(n8n().client)).toMatch(/An equal call of this tool did this at \d{4}-/);
			expect(clients().timesRung).toBe(1);
		} finally {
			await stop();
		}
	});
});

describe('an MCP client that gives up after 2 s and calls again, on n8n in queue mode with two workers', () => {
	const { sandbox, n8n, clients } = useImpatientClients(
		async () => await QueueN8n.start(join(CACHE, 'e2e-mcp-repeats-queue')),
	);

	test('rings once for each worker at most: what one has done the other one does not know', async () => {
		clients().answerSlowly(1);
		await clients().giveUp();
		await eventually('the first call', async () => clients().timesRung > 0);
		const answers: string[] = [];
		for (let times = 0; times < 6; times++) answers.push(await clients().repeat());
		expect(clients().timesRung).toBeLessThanOrEqual(2);
		expect(answers.filter((answer) => answer.includes('Not done again'))).toHaveLength(7 - clients().timesRung);
	});

	test('an AI agent of version 3 that asks for the same in six executions rings once', async () => {
		const { converse, stop } = await repeatingAgent(n8n().client, sandbox());
		try {
			const answers: string[] = [];
			for (let times = 0; times < 6; times++) answers.push(await converse());
			expect(clients().timesRung).toBe(1);
			expect(answers.filter((answer) => /equal call of this tool/.test(answer))).toHaveLength(5);
		} finally {
			await stop();
		}
	});
});
