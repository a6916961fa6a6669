import { phoneNumbers } from '../../test/e2e/callList';
import { listInTheMiddle, tallyAfterRetry, tallyOfList } from './calls';
import type { Stand } from './stand';
import type { Scenario } from './tally';
import { kakiyoTrigger, tallyOfRuns } from './triggers';
import { endCalls, startWaiting, tallyOfWait } from './waits';

const WAITING = 5;
const LIST = 15;
const EVENTS = 10;

const RESTARTS: Record<string, (stand: Stand) => Promise<void>> = {
	'Redis restarted with its data': async ({ n8n }) => await n8n.services.restartRedis('its data'),
	'Redis restarted without its data': async ({ n8n }) => await n8n.services.restartRedis('nothing'),
	'Postgres restarted': async ({ n8n }) => await n8n.services.restartPostgres(),
};

/** What lives over the restart of a service: a trigger, a wait, and a list that is under way. */
const scenarioOf = (what: string, restart: (stand: Stand) => Promise<void>): Scenario => ({
	title: what,
	async run(stand) {
		const phones = phoneNumbers(WAITING + LIST);
		const [waitingFor, listed] = [phones.slice(0, WAITING), phones.slice(WAITING)];
		const trigger = await kakiyoTrigger(stand);
		const waiting = await startWaiting(stand, waitingFor);
		const list = await listInTheMiddle(stand, listed);
		await restart(stand);
		const seconds = await stand.answersAgain();
		const pause = seconds === 0 ? '' : `n8n answered with 503 for ${seconds} s; `;

		const status = await stand.ended(list);
		const ofList =
			status === 'success'
				? tallyOfList(stand, listed, await stand.n8n.client.finished(list), `${pause}${status}`)
				: await tallyAfterRetry(stand, listed, list, (end) => `${pause}${status}; Retry: ${end}`);

		const events = Array.from({ length: EVENTS }, () => crypto.randomUUID());
		let refused = 0;
		for (const event of events) refused += await trigger.deliver(trigger.bodyOf(event));
		await endCalls(stand, waitingFor);
		const ofTrigger = await tallyOfRuns(stand, trigger, events, refused);
		const ofWait = await tallyOfWait(stand, waitingFor, waiting);
		await trigger.workflow.deactivate();
		return [
			{ title: `${what}: KaiCalls Call > Create in the middle; then Retry, if n8n marks it`, tally: ofList },
			{ title: `${what}: a Kakiyo Trigger, ${EVENTS} events after it`, tally: ofTrigger },
			{ title: `${what}: KaiCalls Call > Create and Wait that waited before; the calls end after it`, tally: ofWait },
		];
	},
});

/** Restarts of services that the processes of n8n share. */
export const serviceScenarios: Scenario[] = Object.entries(RESTARTS).map(([what, restart]) =>
	scenarioOf(what, restart),
);
