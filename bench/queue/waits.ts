import { outcomeOf, phoneNumbers } from '../../test/e2e/callList';
import { executionOf, startInProduction, type WaitingExecution } from '../../test/e2e/createAndWaitHarness';
import { eventually } from '../../test/support/eventually';
import { PATIENCE_MS, type Stand } from './stand';
import { scenario, tallyOf, undisturbed, type Item, type Scenario, type Tally } from './tally';

const EXECUTIONS = 4;
const CALLS_EACH = 5;
const LIST = 10;
const IN_THE_MIDDLE = 3;
const ROUND_MS = 1_000;

const summaryOf = (phone: string): string => `Spoke with ${phone}`;

/** Starts an execution of Call > Create and Wait; how its calls and its rows are found by the phones. */
async function start(stand: Stand, phones: string[]): Promise<void> {
	const { client, webhookUrl } = stand.n8n;
	const parameters = { agentId: { __rl: true, mode: 'id', value: stand.agentId }, timeLimit: 30 };
	const { credentials } = stand;
	const settings = { onError: 'continueRegularOutput' } as const;
	const name = `Wait ${crypto.randomUUID()}`;
	await startInProduction(client, webhookUrl, { name, parameters, settings, credentials }, phones);
}

const callsOf = (stand: Stand, phones: readonly string[]) =>
	stand.sandbox.control.kaiCallsState().calls.filter(({ to }) => phones.includes(to));

/** Starts one, and waits until it waits. */
export async function startWaiting(stand: Stand, phones: string[]): Promise<WaitingExecution> {
	await start(stand, phones);
	await stand.rungAtLeast(phones.length, phones);
	const execution = executionOf(stand.n8n.client, callsOf(stand, phones)[0]?.webhook_url ?? null);
	await eventually('the wait', async () => (await execution.status()) === 'waiting', PATIENCE_MS);
	return execution;
}

/** Ends the calls that go on; their reports go to the webhook process. */
export async function endCalls(stand: Stand, phones: readonly string[]): Promise<void> {
	for (const { id, to, status } of callsOf(stand, phones)) {
		if (status === 'completed') continue;
		await stand.sandbox.control.completeCall({ callId: id, summary: summaryOf(to) });
	}
}

/** Holds what the node told against the calls. */
export async function tallyOfWait(
	stand: Stand,
	phones: readonly string[],
	execution: WaitingExecution,
	saysBefore = '',
): Promise<Tally> {
	const { status, after } = await execution.outputs(PATIENCE_MS);
	const rung = stand.sandbox.control.callsPlaced();
	const rows = after.map(({ json }) => json);
	const items = phones.map((phone, place): Item => {
		const row = rows.find(({ summary }) => summary === summaryOf(phone));
		// A call without its result is not what the node promises.
		const own = rows[place] ?? {};
		const isDone = row !== undefined || outcomeOf(own) === 'doneBefore';
		const told = isDone ? 'done' : own.error === undefined ? 'nothing' : 'open';
		return { times: rung[phone] ?? 0, told, isMarked: status !== 'success' };
	});
	return withoutResult(tallyOf(items, `${saysBefore}${status}`), items);
}

/** A call that was placed, and whose end nothing tells, counts as lost. */
const withoutResult = (tally: Tally, items: readonly Item[]): Tally => {
	const untold = items.filter(({ times, told }) => times > 0 && told === 'nothing');
	const marked = untold.filter(({ isMarked }) => isMarked).length;
	return {
		...tally,
		silent: tally.silent + untold.length - marked,
		openByExecution: tally.openByExecution + marked,
	};
};

async function acrossWorkers(stand: Stand): Promise<Tally> {
	const phones = phoneNumbers(EXECUTIONS * CALLS_EACH);
	const lists = Array.from({ length: EXECUTIONS }, (_, place) =>
		phones.slice(place * CALLS_EACH, (place + 1) * CALLS_EACH),
	);
	const executions = await Promise.all(lists.map(async (list) => await startWaiting(stand, list)));
	await endCalls(stand, phones);
	const tallies = await Promise.all(
		executions.map(async (execution, place) => await tallyOfWait(stand, lists[place] ?? [], execution)),
	);
	return sumOf(tallies);
}

function sumOf(tallies: readonly Tally[]): Tally {
	const sum = (key: Exclude<keyof Tally, 'says'>) => tallies.reduce((total, tally) => total + tally[key], 0);
	return {
		items: sum('items'),
		once: sum('once'),
		repeated: sum('repeated'),
		openByItem: sum('openByItem'),
		openByExecution: sum('openByExecution'),
		silent: sum('silent'),
		doubted: sum('doubted'),
		says: [...new Set(tallies.map(({ says }) => says))].join(', '),
	};
}

async function workersGoneMeanwhile(stand: Stand): Promise<Tally> {
	const phones = phoneNumbers(CALLS_EACH);
	const execution = await startWaiting(stand, phones);
	await stand.n8n.killWorkers(async () => await endCalls(stand, phones));
	const status = await stand.ended(execution.id);
	if (status === 'success') return await tallyOfWait(stand, phones, execution);
	return await tallyOfWait(stand, phones, await stand.retryThatWaits(execution.id), `${status}; Retry: `);
}

/** @returns the execution that is in the middle of its calls */
async function inTheMiddle(stand: Stand, phones: string[]): Promise<WaitingExecution> {
	stand.answerSlowly(1);
	await start(stand, phones);
	await stand.rungAtLeast(IN_THE_MIDDLE, phones);
	return executionOf(stand.n8n.client, callsOf(stand, phones)[0]?.webhook_url ?? null);
}

/** Ends all calls again and again until the work is over. */
async function whileCallsEnd<T>(stand: Stand, phones: readonly string[], work: Promise<T>): Promise<T> {
	let isOver = false;
	const over = work.finally(() => (isOver = true));
	const ending = (async () => {
		while (!isOver) {
			await new Promise((resolve) => setTimeout(resolve, ROUND_MS));
			await endCalls(stand, phones);
		}
	})();
	const [result] = await Promise.all([over, ending]);
	return result;
}

async function killed(stand: Stand): Promise<Tally> {
	const phones = phoneNumbers(LIST);
	const execution = await inTheMiddle(stand, phones);
	const status = await stand.killWorkerOf(execution.id);
	const retry = await stand.retryThatWaits(execution.id);
	await eventually('the wait', async () => (await retry.status()) !== 'running', PATIENCE_MS);
	return await whileCallsEnd(stand, phones, tallyOfWait(stand, phones, retry, `${status}; Retry: `));
}

async function blocked(stand: Stand): Promise<Tally> {
	const phones = phoneNumbers(LIST);
	const execution = await inTheMiddle(stand, phones);
	const worker = await stand.n8n.workerOf(execution.id);
	worker.freeze();
	let meanwhile: string;
	try {
		meanwhile = await stand.ended(execution.id);
	} finally {
		worker.thaw();
	}
	await eventually('the wait', async () => (await execution.status()) === 'waiting', PATIENCE_MS).catch(() => {});
	await endCalls(stand, phones);
	return await tallyOfWait(stand, phones, execution, `${meanwhile} while it is blocked, then `);
}

const NAME = 'KaiCalls Call > Create and Wait';

/** Executions that wait for calls. */
export const waitScenarios: Scenario[] = [
	undisturbed(
		`${NAME}, ${EXECUTIONS} executions at once with ${CALLS_EACH} calls each, reports through the webhook process`,
		acrossWorkers,
	),
	scenario(
		`${NAME}, all workers killed while it waits; the calls end before workers are back; then Retry, if n8n marks it`,
		workersGoneMeanwhile,
	),
	scenario(`${NAME}, its worker killed while it places calls; then Retry`, killed),
	scenario(`${NAME}, its worker blocked beyond its lock while it places calls, then going on`, blocked),
];
