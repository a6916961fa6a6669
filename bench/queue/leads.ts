import { LeadsTable, manyLeads, timesThere } from '../../test/e2e/leadsTable';
import type { Stand } from './stand';
import { scenario, tallyOf, undisturbed, type Item, type Scenario, type Tally } from './tally';

const LEADS = 40;
const IN_THE_MIDDLE = 10;

const publish = async (stand: Stand): Promise<LeadsTable> =>
	await LeadsTable.publish(stand.n8n.client, stand.n8n.webhookUrl, stand.credentials, await manyLeads(LEADS));

/** Holds the table against the clients and cases that Kayse has. */
async function tallyOfTable(stand: Stand, table: LeadsTable, says: string) {
	const { clients, cases } = stand.sandbox.control.kayseState();
	const [clientTimes, caseTimes] = [timesThere(clients), timesThere(cases)];
	const items = (await table.rows()).map((row): Item => {
		const lead = String(row.external_source_id);
		const [asClient, asCase] = [clientTimes.get(lead) ?? 0, caseTimes.get(lead) ?? 0];
		// A lead is taken in when both are there.
		return {
			times: Math.max(asClient, asCase) > 1 ? 2 : Math.min(asClient, asCase),
			// A row without a mark is the table's word for: not taken in.
			told: row.taken_in ? 'done' : 'open',
			isMarked: false,
		};
	});
	return tallyOf(items, says);
}

async function twice(stand: Stand): Promise<Tally> {
	const table = await publish(stand);
	const ends = [await table.ended(await table.start()), await table.ended(await table.start())];
	return await tallyOfTable(stand, table, ends.join(', then '));
}

async function killed(stand: Stand): Promise<Tally> {
	const table = await publish(stand);
	const execution = await table.start();
	await table.hasTakenIn(IN_THE_MIDDLE, execution);
	const status = await stand.killWorkerOf(execution);
	const again = await table.ended(await table.start());
	return await tallyOfTable(stand, table, `${status}, then ${again}`);
}

async function blocked(stand: Stand): Promise<Tally> {
	const table = await publish(stand);
	const execution = await table.start();
	await table.hasTakenIn(IN_THE_MIDDLE, execution);
	const { meanwhile, atLast } = await stand.blockWorkerOf(execution);
	const again = await table.ended(await table.start());
	const says = `${meanwhile} while it is blocked, then ${atLast}; the next one: ${again}`;
	return await tallyOfTable(stand, table, says);
}

const NAME = `Kayse Lead > Take In, ${LEADS} leads of a Data Table`;

/** Leads that wait in a table of n8n. */
export const leadScenarios: Scenario[] = [
	undisturbed(`${NAME}; then its workflow started again`, twice),
	scenario(`${NAME}, its worker killed in the middle; then started again, as by its schedule`, killed),
	scenario(`${NAME}, its worker blocked in the middle beyond its lock, then going on; then started again`, blocked),
];
