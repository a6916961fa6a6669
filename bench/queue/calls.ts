import { setTimeout as delay } from 'node:timers/promises';
import type { FinishedExecution } from '../../demo/client';
import { phoneNumbers, publishCallList, startCallList, type CallList } from '../../test/e2e/callList';
import { outputOf } from '../../test/e2e/execution';
import { TriggeredWorkflow } from '../../test/e2e/triggerHarness';
import { eventually } from '../../test/support/eventually';
import { LOCK_SECONDS, PATIENCE_MS, type Stand } from './stand';
import {
	calledItems,
	endOf,
	statusesInWords,
	tallyOf,
	scenario,
	undisturbed,
	type Scenario,
	type Tally,
} from './tally';

const AT_ONCE = 60;
const CALLS_EACH = 2;
const LIST = 15;
/** So many calls are placed when something happens to the worker. */
const IN_THE_MIDDLE = 6;
const TOO_MANY_REQUESTS = 429;

const listOf = (stand: Stand, more: Partial<CallList> = {}): CallList => ({
	credentials: stand.credentials,
	agentId: stand.agentId,
	onError: 'continueRegularOutput',
	...more,
});

/** Starts a list, and waits until it is in the middle. @returns the ID of the execution */
export async function listInTheMiddle(stand: Stand, phones: string[]): Promise<string> {
	stand.answerSlowly(1);
	const { client, webhookUrl } = stand.n8n;
	const executionId = await startCallList(client, webhookUrl, phones, listOf(stand));
	await stand.rungAtLeast(IN_THE_MIDDLE, phones);
	return executionId;
}

/** Counts the items of one list of calls. */
export const tallyOfList = (stand: Stand, phones: string[], execution: FinishedExecution, says: string): Tally =>
	tallyOf(calledItems([{ phones, execution }], stand.sandbox.control.callsPlaced()), says);

/** Presses Retry, and counts what all tries did together. @param says with how the Retry ended */
export async function tallyAfterRetry(
	stand: Stand,
	phones: string[],
	executionId: string,
	says: (end: string) => string,
): Promise<Tally> {
	const execution = await stand.retry(executionId);
	return tallyOfList(stand, phones, execution, says(endOf(execution)));
}

/** Many executions at once, on three workers that do not know of each other. */
async function manyAtOnce(stand: Stand): Promise<Tally> {
	const { client, webhookUrl } = stand.n8n;
	stand.sandbox.control.configureKaiCalls({ rateLimits: true });
	const list = await publishCallList(client, webhookUrl, listOf(stand, { credentials: stand.limited }));
	const phones = phoneNumbers(AT_ONCE * CALLS_EACH);
	const began = Date.now();
	await Promise.all(
		Array.from({ length: AT_ONCE }, async (_, place) => {
			await list.post(phones.slice(place * CALLS_EACH, (place + 1) * CALLS_EACH));
		}),
	);
	const executions = await eventually(
		'the end of all executions',
		async () => {
			const all = await TriggeredWorkflow.of(client, list.workflowId).executions();
			const haveEnded = all.every(({ status }) => !['new', 'running', 'waiting'].includes(status));
			return all.length >= AT_ONCE && haveEnded && all;
		},
		2 * PATIENCE_MS,
	);
	const seconds = Math.round((Date.now() - began) / 1_000);
	const lists = await Promise.all(
		executions.map(async ({ id }) => {
			const execution = await client.finished(id);
			return { phones: outputOf(execution, 'Phones').map(({ json }) => String(json.phone)), execution };
		}),
	);
	const refused = stand.sandbox.control.log().filter(({ status }) => status === TOO_MANY_REQUESTS).length;
	const says = `${statusesInWords(executions.map(({ status }) => status))}; ${seconds} s, ${refused} requests met a 429`;
	return tallyOf(calledItems(lists, stand.sandbox.control.callsPlaced()), says);
}

async function killed(stand: Stand): Promise<Tally> {
	const phones = phoneNumbers(LIST);
	const executionId = await listInTheMiddle(stand, phones);
	const status = await stand.killWorkerOf(executionId);
	return await tallyAfterRetry(stand, phones, executionId, (end) => `${status}; Retry: ${end}`);
}

/** The lock of the job outlives the worker, and n8n looks at it when it is over. */
async function killedAndRetriedLate(stand: Stand): Promise<Tally> {
	const phones = phoneNumbers(LIST);
	const executionId = await listInTheMiddle(stand, phones);
	const status = await stand.killWorkerOf(executionId);
	await delay(2 * LOCK_SECONDS * 1_000);
	const later = await stand.ended(executionId);
	const says = `${status}, two minutes later ${later}`;
	return await tallyAfterRetry(stand, phones, executionId, (end) => `${says}; Retry: ${end}`);
}

async function killedForGood(stand: Stand): Promise<Tally> {
	const phones = phoneNumbers(LIST);
	const executionId = await listInTheMiddle(stand, phones);
	await stand.n8n.killWorker(await stand.n8n.workerOf(executionId));
	let status: string;
	try {
		status = await stand.ended(executionId);
	} finally {
		await stand.n8n.addWorker();
	}
	return await tallyAfterRetry(stand, phones, executionId, (end) => `${status}; Retry: ${end}`);
}

async function blocked(stand: Stand): Promise<Tally> {
	const phones = phoneNumbers(LIST);
	const executionId = await listInTheMiddle(stand, phones);
	const { meanwhile, atLast } = await stand.blockWorkerOf(executionId);
	const execution = await stand.n8n.client.finished(executionId);
	return tallyOfList(stand, phones, execution, `${meanwhile} while it is blocked, then ${atLast}`);
}

/** A list that the account's credits stopped in the middle. */
async function stopped(stand: Stand, phones: string[]): Promise<string> {
	const calls = { vendor: 'kaicalls', method: 'POST', path: '/calls' } as const;
	stand.sandbox.control.fail({ ...calls, kind: 'status', status: 402, skip: IN_THE_MIDDLE });
	const { client, webhookUrl } = stand.n8n;
	const executionId = await startCallList(client, webhookUrl, phones, listOf(stand, { onError: 'stopWorkflow' }));
	await stand.ended(executionId);
	return executionId;
}

async function retriedTwiceAtOnce(stand: Stand): Promise<Tally> {
	const phones = phoneNumbers(LIST);
	const executionId = await stopped(stand, phones);
	const retries = await Promise.all([stand.retry(executionId), stand.retry(executionId)]);
	const execution = retries.find(({ status }) => status === 'success') ?? retries[0];
	return tallyOfList(stand, phones, execution, `error; Retries: ${statusesInWords(retries.map(endOf))}`);
}

async function retryKilled(stand: Stand): Promise<Tally> {
	const phones = phoneNumbers(LIST);
	const executionId = await listInTheMiddle(stand, phones);
	const first = await stand.killWorkerOf(executionId);
	const workflow = TriggeredWorkflow.of(stand.n8n.client, await stand.workflowOf(executionId));
	const before = stand.rung(phones);
	const pressed = stand.retry(executionId);
	await stand.rungAtLeast(before + 1, phones);
	const [retry] = await workflow.executions('retry');
	if (!retry) throw new Error('n8n shows no Retry');
	const second = await stand.killWorkerOf(retry.id);
	await pressed;
	return await tallyAfterRetry(stand, phones, retry.id, (end) => `${first}; Retry: ${second}; its Retry: ${end}`);
}

/** Lists of calls. */
export const callScenarios: Scenario[] = [
	undisturbed(
		`KaiCalls Call > Create, ${AT_ONCE} executions at once with ${CALLS_EACH} calls each, on one key of 60 requests a minute`,
		manyAtOnce,
	),
	scenario('KaiCalls Call > Create, its worker killed in the middle and another one started; then Retry', killed),
	scenario(
		'KaiCalls Call > Create, its worker killed in the middle and another one started; Retry two minutes later',
		killedAndRetriedLate,
	),
	scenario(
		'KaiCalls Call > Create, its worker killed in the middle, and none started in its place before n8n misses it; then Retry',
		killedForGood,
	),
	scenario('KaiCalls Call > Create, its worker blocked in the middle beyond its lock, then going on', blocked),
	scenario(
		'KaiCalls Call > Create, stopped by a refusal; then Retry, pressed twice at once, on two workers',
		retriedTwiceAtOnce,
	),
	scenario(
		'KaiCalls Call > Create, its worker killed in the middle; the worker of its Retry killed, too; then Retry of the Retry',
		retryKilled,
	),
];
