import { randomUUID } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import { name as pack } from '../../package.json';
import { SIGNATURE } from '../../test/e2e/triggerHarness';
import { publishChain, type Step } from '../chain';
import { deliverMany, type Delivered, type Target } from '../deliveries';
import { percentileOf } from '../percentile';
import { median } from '../race';
import type { Table } from '../table';
import { Meter } from '../track';
import { OWN_SECRET, type World } from '../world';

const ROUNDS = 3;
const LOADS = [
	{ atOnce: 1, deliveries: 100 },
	{ atOnce: 10, deliveries: 200 },
];
const WARM_UP = 20;
const EVENT = 'linkedin.message.received';

/** Counts the runs. */
export const ARRIVAL: Step = { name: 'Arrival', type: 'n8n-nodes-bench.benchArrival' };

const CHECK: Step[] = [
	{
		name: 'Crypto',
		type: 'n8n-nodes-base.crypto',
		credential: 'crypto',
		parameters: {
			action: 'hmac',
			type: 'SHA256',
			value: '={{ JSON.stringify($json.body) }}',
			dataPropertyName: 'signature',
			encoding: 'hex',
		},
	},
	{
		name: 'Filter',
		type: 'n8n-nodes-base.filter',
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 3 },
				conditions: [
					{
						id: 'signed',
						leftValue: '={{ $json.signature }}',
						rightValue: `={{ $json.headers['${SIGNATURE}'] }}`,
						operator: { type: 'string', operation: 'equals' },
					},
				],
				combinator: 'and',
			},
			options: {},
		},
	},
];

/** A workflow with n8n's own Webhook node. */
export async function webhookTarget(world: World, name: string, checks: Step[]): Promise<Target> {
	const path = `bench-${randomUUID()}`;
	const webhook: Step = { name: 'Webhook', type: 'n8n-nodes-base.webhook', parameters: { httpMethod: 'POST', path } };
	await publishChain(world, `${name} ${path}`, [webhook, ...checks, ARRIVAL]);
	return { name, url: `${world.n8nUrl}/webhook/${path}`, secret: OWN_SECRET };
}

/** A workflow of our trigger; its address and secret are known from its registration at the stub. */
export async function ownTarget(world: World, name: string, options: INodeParameters): Promise<Target> {
	const parameters = { events: [EVENT], options };
	const trigger: Step = { name: 'Trigger', type: `${pack}.kakiyoTrigger`, parameters, credential: 'kakiyoOutreachApi' };
	await publishChain(world, `${name} ${randomUUID()}`, [trigger, ARRIVAL]);
	const registered = (await world.stub.webhooks()).at(-1);
	if (!registered) throw new Error('The trigger has registered no webhook');
	return { name, url: registered.url, secret: registered.secret };
}

/** The time within which this percentage of answers comes; the median of several rounds. */
const percentile = (rounds: Delivered[], percent: number): number =>
	median(rounds.map(({ answersMs }) => percentileOf(answersMs, percent)));

interface Figures {
	name: string;
	p50: number;
	p99: number;
	cpu: number;
	runs: string;
}

/** Delivers to all targets in turn, in reversed order every other round. */
async function measure(
	targets: Target[],
	meter: Meter,
	{ atOnce, deliveries }: (typeof LOADS)[number],
	rounds: number,
): Promise<Figures[]> {
	const entries = targets.map((target) => ({ target, delivered: [] as Delivered[] }));
	for (const { target } of entries) await deliverMany(target, meter, WARM_UP, atOnce);
	for (let round = 0; round < rounds; round++) {
		for (const { target, delivered } of round % 2 === 0 ? entries : [...entries].reverse()) {
			const last = await deliverMany(target, meter, deliveries, atOnce);
			delivered.push(last);
			console.log(
				`  ${target.name}, ${atOnce} at once: p50 ${percentile([last], 50).toFixed(1)} ms, CPU ${last.cpuMsEach.toFixed(1)} ms each`,
			);
		}
	}
	return entries.map(({ target, delivered }) => ({
		name: target.name,
		p50: percentile(delivered, 50),
		p99: percentile(delivered, 99),
		cpu: median(delivered.map(({ cpuMsEach }) => cpuMsEach)),
		runs: String(delivered.length),
	}));
}

/** Signed deliveries to our trigger, and to n8n's Webhook node with and without a check of the signature. */
export async function triggers(world: World, table: Table): Promise<void> {
	const meter = await Meter.install(world);
	const targets = [
		await ownTarget(world, 'Kakiyo Trigger', {}),
		await ownTarget(world, 'the same without Ignore Duplicates', { ignoreDuplicates: false }),
		await webhookTarget(world, 'Webhook, Crypto, Filter', CHECK),
		await webhookTarget(world, 'Webhook alone', []),
	];
	for (const load of LOADS) {
		const [ours, ...others] = (await measure(targets, meter, load, world.quick ? 1 : ROUNDS)) as [
			Figures,
			...Figures[],
		];
		for (const { name: beside, ...theirs } of others) {
			const line = { work: `${ours.name}, ${load.atOnce} at once`, unit: 'ms', beside, runs: ours.runs };
			table.compare({ ...line, measure: 'answer, p50', ours: ours.p50, theirs: theirs.p50 });
			table.compare({ ...line, measure: 'answer, p99', ours: ours.p99, theirs: theirs.p99 });
			table.compare({ ...line, measure: 'CPU per delivery', ours: ours.cpu, theirs: theirs.cpu });
		}
	}
}
