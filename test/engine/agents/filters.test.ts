import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { doorsIn } from '../../../nodes/shared/engine/door';
import { filterLabel, kindOf } from '../../../nodes/shared/values/reading/kind';
import { useKaiCallsBench } from '../kaicalls';
import { restartLimiters } from '../processLimiters';
import { useStand } from '../stand';
import { everyOperation, WAYS, type AnyOperation } from './everyOperation';
import { itemsOf } from './reads';

const kaiCalls = useKaiCallsBench();
const stand = useStand();
let operations: AnyOperation[] = [];

beforeAll(async () => {
	operations = await everyOperation();
});
beforeEach(() => {
	restartLimiters();
	stand.came.length = 0;
	stand.answer = (response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end('[]');
	};
});

const isField = (option: object): option is INodeProperties => 'type' in option;

/** The filters of an operation, in its collection of that name. */
function filtersOf({ node, parameters }: AnyOperation): INodeProperties[] {
	const { resource, operation } = parameters;
	const fields = doorsIn(node.create().description.properties).get(String(resource))?.get(String(operation))?.target.fields ?? [];
	return fields.filter(({ name, displayOptions }) => name === 'filters' && displayOptions?.show?.['@tool'] === undefined).flatMap(({ options = [] }) => options.filter(isField));
}

/** What models write where they leave a filter out. */
const NO_FILTER = ['any', 'all', 'null', 'None', 'undefined', 'N/A', 'Any', 'ALL', 'none', '*', 'null'];

describe('every filter of every list that a model leaves out in its own words', () => {
	it.each(WAYS)('narrows nothing: %s (case 49)', async (way) => {
		const faults: string[] = [];
		let tried = 0;
		for (const operation of operations) {
			const fields = filtersOf(operation).filter((field) => filterLabel(field) !== undefined);
			if (fields.length === 0) continue;
			stand.came.length = 0;
			await operation.ask(stand.origin, way, { parameters: { filters: {} } });
			const without = stand.came.map(({ url }) => url);
			for (const field of fields) {
				const text = NO_FILTER[tried++ % NO_FILTER.length] ?? '';
				const value = field.type === 'resourceLocator' ? { __rl: true, mode: 'id', value: text } : text;
				stand.came.length = 0;
				const answer = await operation.ask(stand.origin, way, { parameters: { filters: { [field.name]: value } as INodeParameters } });
				const sent = stand.came.map(({ url }) => url);
				if (JSON.stringify(sent) !== JSON.stringify(without)) faults.push(`${operation.at}, ${field.displayName} (${kindOf(field)}) "${text}": ${sent.join()} ${JSON.stringify(answer[0])}`);
			}
		}
		expect(faults).toEqual([]);
		expect(tried).toBeGreaterThan(50);
	});
});

describe('a time that a model writes in its own words', () => {
	const asked = async (filters: INodeParameters) => {
		stand.answer = (response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ leads: [], has_more: false }));
		};
		const [row] = itemsOf(await kaiCalls.tool({ resource: 'lead', operation: 'getAll', filters }, { baseUrl: stand.origin })({}));
		return { sent: new URL(stand.came.at(-1)?.url ?? '/', stand.origin).searchParams.get('created_after'), error: String(row?.error ?? '') };
	};

	it.each(['yesterday', 'last 7 days', 'tomorrow 9am', '2 hours ago', '2026-11-25 9:00 AM'])('is read by a filter: %s (case 51)', async (createdAfter) => {
		expect((await asked({ createdAfter })).sent).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
	});

	it('is refused with what is wanted, and today’s date, where it has two readings', async () => {
		const { sent, error } = await asked({ createdAfter: 'last week' });
		expect(sent).toBeNull();
		expect(error).toMatch(/"Created After" is "last week".*Nothing was sent.*Today is \d{4}-\d\d-\d\d/);
	});
});
