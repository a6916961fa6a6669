import type { Table } from '../table';
import type { World } from '../world';
import { addDefined } from './addDefined';
import { addMapped } from './addMapped';
import { get } from './get';
import { load } from './load';
import { placeCalls } from './placeCalls';
import { returnAll } from './returnAll';
import { slow } from './slow';
import { triggers } from './triggers';
import { unfit } from './unfit';

/** One piece of work to measure; adds its lines to the table. */
export type Row = (world: World, table: Table) => Promise<void>;

/** All of them, by the names for `--only`; the heaviest load on n8n comes last. */
export const ROWS: Record<string, Row> = {
	load,
	triggers,
	addDefined,
	addMapped,
	returnAll,
	slow,
	unfit,
	placeCalls,
	get,
};
