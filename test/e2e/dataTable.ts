import { z } from 'zod';

import { MOST_TABLES, type N8nClient } from '../../demo/client';
import { rest } from './rest';
import { N8N_DEADLINE_MS } from './triggerHarness';
import { eventually } from '../support/eventually';

type Row = Record<string, unknown>;

const Identified = z.object({ id: z.string() });
const Tables = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });
const Rows = z.object({ data: z.array(z.record(z.unknown())) });

/** A data table of n8n, as its editor shows and changes it. */
export class DataTable {
	private constructor(
		private readonly client: N8nClient,
		private readonly path: string,
	) {}

	static async named(client: N8nClient, name: string): Promise<DataTable> {
		const { id: project } = Identified.parse(await rest(client, 'GET', '/projects/personal'));
		const tables = `/projects/${project}/data-tables`;
		const { data } = Tables.parse(await rest(client, 'GET', `${tables}?take=${MOST_TABLES}`));
		const table = data.find((one) => one.name === name);
		if (!table) throw new Error(`There is no data table "${name}"`);
		return new DataTable(client, `${tables}/${table.id}`);
	}

	/** Leaves exactly these rows in it. */
	async fill(rows: Row[]): Promise<void> {
		await this.empty();
		if (rows.length > 0) await rest(this.client, 'POST', `${this.path}/insert`, { data: rows });
	}

	async rows(): Promise<Row[]> {
		return Rows.parse(await rest(this.client, 'GET', `${this.path}/rows?take=250&sortBy=id:asc`)).data;
	}

	/** Waits until it has at least so many rows. */
	async reach(least: number): Promise<Row[]> {
		return await eventually(
			`${least} rows`,
			async () => {
				const rows = await this.rows();
				return rows.length >= least && rows;
			},
			N8N_DEADLINE_MS,
		);
	}

	/** Changes the rows that have this value in this column. */
	async change(column: string, value: string, data: Row): Promise<void> {
		const filter = { type: 'and', filters: [{ columnName: column, condition: 'eq', value }] };
		await rest(this.client, 'PATCH', `${this.path}/rows`, { filter, data });
	}

	private async empty(): Promise<void> {
		const filter = { type: 'and', filters: [{ columnName: 'id', condition: 'gte', value: 0 }] };
		await rest(this.client, 'DELETE', `${this.path}/rows?filter=${encodeURIComponent(JSON.stringify(filter))}`);
	}
}
