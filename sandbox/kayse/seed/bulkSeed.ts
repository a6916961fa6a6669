import { z } from 'zod';
import { numbers } from '../../tools/seedTools';
import { createCase } from '../cases';
import { createCaseList } from '../caseLists';
import { createClient } from '../clients';
import type { Kayse } from '../kayse';
import type { Row, Table } from '../table';

const howMany = z.number().int().nonnegative().default(0);

/** How many records to add. */
export const volumeSchema = z.object({ clients: howMany, cases: howMany, caseLists: howMany }).strict();

/** How many records, as a test writes it: with zeros left out. */
export type Volume = z.input<typeof volumeSchema>;

/** The ids of the added records, in order. */
export interface AddedIds {
	clients: number[];
	cases: number[];
	caseLists: number[];
}

/** Tells the records of one kind apart. */
const numberIn = (table: Table<Row>) => String(table.nextId).padStart(5, '0');

/** Adds generic records; the nth case has the nth client, if there is one. Not in the audit log. */
export function addVolume(kayse: Kayse, volume: Volume): AddedIds {
	const { clients, cases, caseLists } = volumeSchema.parse(volume);
	return kayse.audit.silently(() => {
		const clientIds = numbers(clients).map(() => addClient(kayse));
		return {
			clients: clientIds,
			cases: numbers(cases).map((index) => addCase(kayse, clientIds.slice(index, index + 1))),
			caseLists: numbers(caseLists).map(() => addCaseList(kayse)),
		};
	});
}

function addClient(kayse: Kayse): number {
	const number = numberIn(kayse.state.clients);
	const values = {
		first_name: 'Volume',
		last_name: number,
		external_source: 'import',
		external_source_id: `volume-${number}`,
		email: `volume-${number}@example.org`,
		city: 'Denver',
	};
	return createClient(kayse, { sent: [], values }).id;
}

function addCase(kayse: Kayse, client_ids: number[]): number {
	const number = numberIn(kayse.state.cases);
	const values = {
		case_number: `VOLUME-${number}`,
		external_source: 'import',
		external_source_id: `volume-${number}`,
		status: 'open',
		type: 'volume',
	};
	return createCase(kayse, { sent: [], values, client_ids }).id;
}

function addCaseList(kayse: Kayse): number {
	return createCaseList(kayse, { sent: [], values: { name: `Volume ${numberIn(kayse.state.caseLists)}` } }).id;
}
