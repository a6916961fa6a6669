import { randomUUID } from 'node:crypto';
import { publishChain, type Step } from '../chain';
import { deliverMany, type Delivered, type Target } from '../deliveries';
import { median } from '../race';
import type { Table } from '../table';
import { Meter } from '../track';
import { name as pack } from '../../package.json';
import { SIGNATURE } from '../../test/e2e/triggerHarness';
import { OWN_SECRET, type World } from '../world';

const ROUNDS = 3;
const LOADS = [
	{ atOnce: 1, deliveries: 100 },
	{ atOnce: 10, deliveries: 200 },
];
const EVENT = 'linkedin.message.received';

const ARRIVAL: Step = { name: 'Arrival', type: 'n8n-nodes-bench.benchArrival' };

const CHECK: Step[] = [
	{
		name: 'Crypto',
		type: 'n8n-nodes-base.crypto',
		credential: 'crypto',
		parameters: { action: 'hmac', type: 'SHA256', value: '={{ JSON.stringify($json.body) }}', dataPropertyName: 'signature', encoding: 'hex' },
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

/** A workflow of n8n's own Webhook node. */
async function webhookTarget(world: World, name: string, checks: Step[]): Promise<Target> {
	const path = `bench-${randomUUID()}`;
	const webhook: Step = { name: 'Webhook', type: 'n8n-nodes-base.webhook', parameters: { httpMethod: 'POST', path } };
	await publishChain(world, `${name} ${path}`, [webhook, ...checks, ARRIVAL]);
	return { name, url: `${world.n8nUrl}/webhook/${path}`, secret: OWN_SECRET };
}

/** A workflow of our trigger; its address and secret are known from its registration at the stub. */
async function ownTarget(world: World, name: string, version: number, options: object): Promise<Target> {
	const parameters = { events: [EVENT], options: { ...options } };
	const trigger: Step = { name: 'Trigger', type: `${pack}.kakiyoTrigger`, version, parameters, credential: 'kakiyoOutreachApi' };
	await publishChain(world, `${name} ${randomUUID()}`, [trigger, ARRIVAL]);
	const registered = (await world.stub.webhooks()).at(-1);
	if (!registered) throw new Error('The trigger has registered no webhook');
	return { name, url: registered.url, secret: registered.secret };
}

/** Each version of the trigger that the pack offers, the newest last: n8n treats version 1 in a way of its own. */
async function ownTargets(world: World): Promise<Target[]> {
	const targets: Target[] = [];
	for (const version of world.versions.all(`${pack}.kakiyoTrigger`)) {
		targets.push(await ownTarget(world, `Kakiyo Trigger, version ${version}`, version, {}));
	}
	return targets;
}

/** The answer that so many percent of all are not slower than; the median of several rounds. */
const percentile = (rounds: Delivered[], percent: number): number =>
	median(rounds.map(({ answersMs }) => answersMs[Math.ceil((answersMs.length * percent) / 100) - 1] ?? NaN));

/** Signed deliveries to our trigger, and to n8n's Webhook node with and without a check of the signature. */
export async function triggers(world: World, table: Table): Promise<void> {
	const meter = await Meter.install(world);
	const own = await ownTargets(world);
	const newest = world.versions.default(`${pack}.kakiyoTrigger`);
	const others = [
		await ownTarget(world, 'ours without Ignore Duplicates', newest, { ignoreDuplicates: false }),
		await webhookTarget(world, 'Webhook, Crypto, Filter', CHECK),
		await webhookTarget(world, 'Webhook alone', []),
	];
	for (const { atOnce, deliveries } of LOADS) {
		const lanes = [...own, ...others].map((target) => ({ target, rounds: [] as Delivered[] }));
		for (const { target } of lanes) await deliverMany(target, meter, 20, atOnce);
		for (let round = 0; round < (world.quick ? 1 : ROUNDS); round++) {
			for (const { target, rounds } of round % 2 === 0 ? lanes : [...lanes].reverse()) {
				const delivered = await deliverMany(target, meter, deliveries, atOnce);
				rounds.push(delivered);
				console.log(`  ${target.name}, ${atOnce} at once: p50 ${percentile([delivered], 50).toFixed(1)} ms, CPU ${delivered.cpuMsEach.toFixed(1)} ms each`);
			}
		}
		const figures = lanes.map(({ target, rounds }) => ({
			name: target.name,
			p50: percentile(rounds, 50),
			p99: percentile(rounds, 99),
			cpu: median(rounds.map(({ cpuMsEach }) => cpuMsEach)),
			runs: String(rounds.length),
		}));
		for (const [index, ours] of figures.slice(0, own.length).entries()) {
			for (const other of figures.slice(index + 1)) {
				const line = { work: `${ours.name}, ${atOnce} at once`, unit: 'ms', beside: other.name, runs: ours.runs };
				table.compare({ ...line, measure: 'answer, p50', ours: ours.p50, theirs: other.p50 });
				table.compare({ ...line, measure: 'answer, p99', ours: ours.p99, theirs: other.p99 });
				table.compare({ ...line, measure: 'CPU per delivery', ours: ours.cpu, theirs: other.cpu });
			}
		}
	}
}
