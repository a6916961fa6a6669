import { outputOf } from '../../test/e2e/execution';
import type * as kaiCallsHarness from '../../test/e2e/kaiCallsTriggerHarness';
import { eventBody, SIGNATURE, signatureOf, TriggeredWorkflow } from '../../test/e2e/triggerHarness';
import { eventually } from '../../test/support/eventually';
import { LOCK_SECONDS, PATIENCE_MS, type Stand } from './stand';
import { scenario, statusesInWords, tallyOf, undisturbed, type Item, type Scenario } from './tally';

const EVENTS = 40;
const AT_ONCE = 8;
/** Every so manieth event comes twice. */
const TWICE = 5;
/** So many events have come when something happens to a worker. */
const IN_THE_MIDDLE = 10;
const OK = 200;
/** As vendors do when n8n cannot take a delivery. */
const PAUSE_MS = 1_000;

/** The end-to-end tests' own account and deliveries; they look for n8n and sandbox when they are loaded. */
const loadKaiCalls = async (): Promise<typeof kaiCallsHarness> => await import('../../test/e2e/kaiCallsTriggerHarness');

/** A published trigger with a vendor who delivers to it. */
export interface Delivered {
	workflow: TriggeredWorkflow;
	/** The body of a new event. */
	bodyOf(event: string): string;
	/** Delivers a body until it is taken. @returns how often it was not */
	deliver(body: string): Promise<number>;
	/** The event of a run, by what the trigger put out. */
	eventOf(output: Record<string, unknown>): string;
}

async function deliverUntilTaken(post: () => Promise<number>): Promise<number> {
	let refused = 0;
	const isTaken = async () => {
		const status = await post().catch(() => 0);
		if (status === OK) return true;
		refused++;
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
		return false;
	};
	await eventually('that n8n takes a delivery', isTaken, PATIENCE_MS);
	return refused;
}

/** The Kakiyo Trigger, published; its registered address leads to the webhook process. */
export async function kakiyoTrigger(stand: Stand): Promise<Delivered> {
	const { post } = await loadKaiCalls();
	const parameters = { events: ['linkedin.message.received'] };
	const workflow = await TriggeredWorkflow.save(
		stand.n8n.client,
		`Kakiyo ${crypto.randomUUID()}`,
		parameters,
		stand.credentials,
	);
	await workflow.activate();
	const [webhook] = stand.sandbox.control.kakiyoState().webhooks;
	if (!webhook?.secret || !webhook.url.startsWith(stand.n8n.webhookUrl))
		throw new Error('The Kakiyo Trigger is not registered at the webhook process');
	const { url, secret } = webhook;
	const deliver = async (body: string) =>
		await deliverUntilTaken(async () => await post(url, body, { [SIGNATURE]: signatureOf(secret, body) }));
	return { workflow, bodyOf: eventBody, deliver, eventOf: (output) => String(output.chatId) };
}

/** The KaiCalls Trigger for signed events of the account, published. */
async function kaiCallsTrigger(stand: Stand): Promise<Delivered> {
	const { post, saveWorkflow, signed } = await loadKaiCalls();
	const [agent] = stand.sandbox.control.kaiCallsState().agents;
	if (!agent) throw new Error('The account has no agent');
	const { workflow, url } = await saveWorkflow(
		stand.n8n.client,
		`KaiCalls ${crypto.randomUUID()}`,
		{
			mode: 'account',
			events: ['call.completed'],
			workspaceId: { __rl: true, mode: 'id', value: agent.business_id },
		},
		{ n8nUrl: stand.n8n.webhookUrl, credentials: stand.credentials },
	);
	await workflow.activate();
	const [webhook] = stand.sandbox.control.kaiCallsState().webhooks;
	if (!webhook) throw new Error('The KaiCalls Trigger is not registered');
	const bodyOf = (event: string) => JSON.stringify({ event: 'call.completed', call_id: event, agent_id: agent.id });
	const deliver = async (body: string) =>
		await deliverUntilTaken(async () => await post(url, body, signed(webhook.secret, body)));
	return { workflow, bodyOf, deliver, eventOf: (output) => String(output.call_id) };
}

/** Every execution of a trigger when none runs any more. */
async function runsOf({ workflow }: Delivered, least: number) {
	await eventually(
		'the end of all runs',
		async () => {
			const all = await workflow.executions();
			return all.length >= least && all.every(({ status }) => !['new', 'running'].includes(status)) && all;
		},
		PATIENCE_MS,
	).catch(() => undefined);
	// A worker that goes on after a block writes its own status over the one that n8n gave meanwhile.
	const haveSucceeded = async () => (await workflow.executions()).every(({ status }) => status === 'success');
	await eventually('the success of all runs', haveSucceeded, LOCK_SECONDS * 1_000).catch(() => undefined);
	return await workflow.executions();
}

/** Holds the runs of a trigger against the events that n8n took. */
export async function tallyOfRuns(stand: Stand, trigger: Delivered, events: readonly string[], refused: number) {
	const runs = await runsOf(trigger, events.length);
	const times = new Map<string, number>();
	for (const { id, status } of runs) {
		if (status !== 'success') continue;
		for (const { json } of outputOf(await stand.n8n.client.finished(id), 'Received')) {
			const event = trigger.eventOf(json);
			times.set(event, (times.get(event) ?? 0) + 1);
		}
	}
	let marked = runs.filter(({ status }) => status !== 'success').length;
	const items = events.map((event): Item => {
		const ran = times.get(event) ?? 0;
		// An execution that n8n marks stands for an event without a run.
		const isMarked = ran === 0 && marked-- > 0;
		return { times: ran, told: ran > 0 ? 'done' : 'nothing', isMarked };
	});
	const more = refused === 0 ? '' : `; ${refused} deliveries were refused and came again`;
	return tallyOf(items, `${statusesInWords(runs.map(({ status }) => status))}${more}`);
}

/** Delivers all events, some of them twice. @param meanwhile what happens when some have come */
async function deliverAll({ bodyOf, deliver }: Delivered, events: readonly string[], meanwhile?: () => Promise<void>) {
	let refused = 0;
	let happening: Promise<void> | undefined;
	const queue = events.entries();
	const work = async () => {
		for (const [place, event] of queue) {
			if (place === IN_THE_MIDDLE) happening = meanwhile?.();
			const body = bodyOf(event);
			refused += await deliver(body);
			if (place % TWICE === 0) refused += await deliver(body);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	await happening;
	return refused;
}

/** What happens to a worker while a trigger's events come. */
const MEANWHILE: Record<string, ((stand: Stand) => Promise<void>) | undefined> = {
	'': undefined,
	'; one of the workers killed meanwhile, and another one started': async ({ n8n }) => {
		await n8n.killWorker(n8n.anyWorker());
		await n8n.addWorker();
	},
	'; one of the workers blocked meanwhile, beyond its lock': async ({ n8n }) => {
		const worker = n8n.anyWorker();
		worker.freeze();
		await new Promise((resolve) => setTimeout(resolve, (LOCK_SECONDS + 15) * 1_000));
		worker.thaw();
	},
};

const TRIGGERS = { 'Kakiyo Trigger': kakiyoTrigger, 'KaiCalls Trigger': kaiCallsTrigger };

const scenarioOf = (name: string, publish: (stand: Stand) => Promise<Delivered>, what: string): Scenario =>
	(what === '' ? undisturbed : scenario)(
		`${name}: ${EVENTS} events, every fifth twice, through the webhook process${what}`,
		async (stand) => {
			const trigger = await publish(stand);
			const events = Array.from({ length: EVENTS }, () => crypto.randomUUID());
			const happens = MEANWHILE[what];
			const refused = await deliverAll(trigger, events, happens && (async () => await happens(stand)));
			const tally = await tallyOfRuns(stand, trigger, events, refused);
			await trigger.workflow.deactivate();
			return tally;
		},
	);

/** Triggers whose deliveries come to the webhook process. */
export const triggerScenarios: Scenario[] = Object.entries(TRIGGERS).flatMap(([name, publish]) =>
	Object.keys(MEANWHILE).map((what) => scenarioOf(name, publish, what)),
);
