import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { entryPointsIn } from '../../../nodes/shared/engine/entryPoint';
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
	stand.received.length = 0;
	stand.answer = (response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end('[]');
	};
});

const isField = (option: object): option is INodeProperties => 'type' in option;

/** A filter, and the parameters with a value in it: in the collection Filters, or beside it. */
interface Filter {
	field: INodeProperties;
	filled(value: unknown): INodeParameters;
}

/** The filters of an operation. */
function filtersOf({ node, parameters }: AnyOperation): Filter[] {
	const { resource, operation } = parameters;
	const fields =
		entryPointsIn(node.create().description.properties).get(String(resource))?.get(String(operation))?.target.fields ??
		[];
	const inWorkflow = fields.filter(({ displayOptions }) => displayOptions?.show?.['@tool'] === undefined);
	const collected = inWorkflow
		.filter(({ name }) => name === 'filters')
		.flatMap(({ options = [] }) => options.filter(isField));
	return [
		...collected.map((field) => ({
			field,
			filled: (value: unknown) => ({ filters: { [field.name]: value } }) as INodeParameters,
		})),
		...inWorkflow.map((field) => ({ field, filled: (value: unknown) => ({ [field.name]: value }) as INodeParameters })),
	].filter(({ field }) => filterLabel(field) !== undefined);
}

/** The value that a model sends for a field that it leaves out. */
const LEFT_OUT = '';

const given = ({ type }: INodeProperties, text: string): unknown =>
	type === 'resourceLocator' ? { __rl: true, mode: 'id', value: text } : text;

/** Without any filter. */
function unfiltered(filters: Filter[]): INodeParameters {
	const beside = filters
		.map(({ field, filled }) => filled(given(field, LEFT_OUT)))
		.filter((parameters) => !('filters' in parameters));
	return Object.assign({ filters: {} }, ...beside) as INodeParameters;
}

/** What models write where they leave a filter out. */
const NO_FILTER = ['any', 'all', 'null', 'None', 'undefined', 'N/A', 'Any', 'ALL', 'none', '*', 'null'];

describe('every filter of every list that a model leaves out in its own words', () => {
	it.each(WAYS)('does not narrow the list: %s (case 49)', async (way) => {
		const faults: string[] = [];
		let tried = 0;
		for (const operation of operations) {
			const filters = filtersOf(operation);
			if (filters.length === 0) continue;
			stand.received.length = 0;
			await operation.ask(stand.origin, way, { parameters: unfiltered(filters) });
			const without = stand.received.map(({ url }) => url);
			for (const { field, filled } of filters) {
				const text = NO_FILTER[tried++ % NO_FILTER.length] ?? '';
				stand.received.length = 0;
				const answer = await operation.ask(stand.origin, way, {
					parameters: { ...unfiltered(filters), ...filled(given(field, text)) },
				});
				const sent = stand.received.map(({ url }) => url);
				if (JSON.stringify(sent) !== JSON.stringify(without))
					faults.push(
						`${operation.at}, ${field.displayName} (${kindOf(field)}) "${text}": ${sent.join()} ${JSON.stringify(answer[0])}`,
					);
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
		const [row] = itemsOf(
			await kaiCalls.tool({ resource: 'lead', operation: 'getAll', filters }, { baseUrl: stand.origin })({}),
		);
		return {
			sent: new URL(stand.received.at(-1)?.url ?? '/', stand.origin).searchParams.get('created_after'),
			error: String(row?.error ?? ''),
		};
	};

	it.each(['yesterday', 'last 7 days', 'tomorrow 9am', '2 hours ago', '2026-11-25 9:00 AM'])(
		'is read by a filter: %s (case 51)',
		async (createdAfter) => {
			expect((await asked({ createdAfter })).sent).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
		},
	);

	it('is refused with the expected form and today’s date, if it has two readings', async () => {
		const { sent, error } = await asked({ createdAfter: 'last week' });
		expect(sent).toBeNull();
		expect(error).toMatch(
			/"Created After" must be a date \(got "last week"\).*Nothing was sent.*Today is \d{4}-\d\d-\d\d/,
		);
	});
});
