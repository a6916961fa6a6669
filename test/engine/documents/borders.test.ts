import { beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { valueAt as memberOf, isRecord } from '../../../nodes/shared/values/json';
import { byId } from '../bench';
import { everyOperation, type AnyOperation } from '../agents/everyOperation';
import { useStand } from '../stand';
import { parametersIn, rangeIn, type Range } from './documented';
import { tablesOf } from '../../support/vendorPage';
import { fieldsByOperation, sentName } from './offered';
import { Arrivals } from './reached';
import { NODES } from './vendors';
import { everyOne } from '../../support/everyOne';

const stand = useStand();
let arrivals: Arrivals;
let operations: AnyOperation[] = [];

beforeAll(async () => {
	arrivals = new Arrivals(stand);
	operations = await everyOperation();
});

function operationAt(at: string): AnyOperation {
	const operation = operations.find((one) => one.at === at);
	if (!operation) throw new Error(`No ${at}`);
	return operation;
}

const send = async (at: string, ...run: [INodeParameters, IDataObject[]?]) =>
	await arrivals.of(operationAt(at), ...run);

/** What the page of Kakiyo says of a parameter. */
function documented(endpoint: string, name: string): Range {
	const found = parametersIn('kakiyo').documented.find((one) => one.name === name && one.endpoints.includes(endpoint));
	if (!found) throw new Error(`The page has no ${name} of ${endpoint}`);
	return found.range;
}

const text = (length: number): string =>
	'Acme makes water for all of us. '.repeat(Math.ceil(length / 32)).slice(0, length - 1) + '.';

const SEARCH = 'https://www.linkedin.com/sales/search/people?query=';

const mapped = { mappingMode: 'autoMapInputData', value: null };

const found = <T>(value: T | undefined): T => {
	if (value === undefined) throw new Error('The page has no such limit');
	return value;
};

/** A text with a documented length: its operation, endpoint, name on the wire, and the node with such a text in it. */
const TEXTS: Array<
	[at: string, endpoint: string, name: string, having: (length: number) => [INodeParameters, IDataObject[]?]]
> = [
	['Kakiyo Campaign > Create', 'POST /campaigns', 'name', (length) => [{ name: text(length) }]],
	['Kakiyo Campaign > Update', 'PUT /campaigns/{}', 'name', (length) => [{ updateFields: { name: text(length) } }]],
	['Kakiyo Product > Create', 'POST /products', 'name', (length) => [{ name: text(length) }]],
	['Kakiyo Product > Create', 'POST /products', 'description', (length) => [{ description: text(length) }]],
	['Kakiyo Prompt > Create', 'POST /prompts', 'name', (length) => [{ name: text(length) }]],
	[
		'Kakiyo Prospect > Import From Sales Navigator',
		'POST /prospects/sales-navigator',
		'name',
		(length) => [{ importName: text(length) }],
	],
	[
		'Kakiyo Prospect > Import From Sales Navigator',
		'POST /prospects/sales-navigator',
		'searchUrl',
		(length) => [{ searchUrl: SEARCH.padEnd(length, 'a') }],
	],
	[
		'Kakiyo Prospect > Add',
		'POST /prospects',
		'customData',
		(length) => [
			{ dataMode: 'autoMapInputData', fields: mapped },
			[{ name: 'Jane', url: 'https://www.linkedin.com/in/jane', customData: text(length) }],
		],
	],
	[
		'Kakiyo Prospect > Update Custom Data',
		'PATCH /prospects/{}/custom-data',
		'customData',
		(length) => [{ clearCustomData: false, customData: text(length) }],
	],
];

/** Texts that the node checks by itself; for the others, Kakiyo says which field is wrong. */
const CHECKED = TEXTS.filter(([, , name]) => ['searchUrl', 'customData'].includes(name));

describe('a text as long as docs/vendors/kakiyo.md allows', () => {
	it.each(TEXTS)('is sent: %s, %s %s', async (at, endpoint, name, having) => {
		const { min, max } = documented(endpoint, name);
		const lengths = [min === 1 ? undefined : min, max].filter((length) => length !== undefined);
		expect(lengths.length).toBeGreaterThan(0);
		for (const length of everyOne(lengths)) {
			const [request] = await send(at, ...having(length));
			expect([length, JSON.stringify(request?.body)]).toEqual([length, expect.stringContaining(`"${name}":`)]);
			const values = JSON.stringify(request?.body).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
			expect(values.map((value) => value.length - 2)).toContain(length);
		}
	});

	it.each(CHECKED)(
		'is the longest: one more character is refused before anything is sent: %s, %s %s',
		async (at, endpoint, name, having) => {
			const sent = await send(at, ...having(found(documented(endpoint, name).max) + 1));
			expect(sent.map(({ to }) => to)).toEqual([]);
		},
	);
});

describe('a login of LinkedIn in the credential', () => {
	const setUp = async (fields: Record<string, string>) =>
		await arrivals.during(
			async (origin) => await operationAt('Kakiyo Agent > Set Up').ask(origin, 'AI Agent 3', { account: { fields } }),
		);

	it.each(['password', 'country'])('is as short as docs/vendors/kakiyo.md allows, and no shorter: %s', async (name) => {
		const least = found(documented('POST /agents/{}/setup', name).min);
		const value = 'Frankreich'.slice(0, least);
		expect((await setUp({ [name]: value })).map(({ to }) => to)).toEqual(['POST /agents/1/setup']);
		expect((await setUp({ [name]: value.slice(1) })).map(({ to }) => to)).toEqual([]);
	});

	it('has a country as long as docs/vendors/kakiyo.md allows, and no longer', async () => {
		const most = found(documented('POST /agents/{}/setup', 'country').max);
		expect((await setUp({ country: 'Frankreich'.slice(0, most + 1) })).map(({ to }) => to)).toEqual([]);
	});
});

describe('as many as docs/vendors/kakiyo.md allows', () => {
	it('campaigns are enough to spread prospects, and one fewer is refused before anything is sent', async () => {
		const least = found(documented('POST /prospects/batch/round-robin', 'campaignIds').min);
		const ids = Array.from({ length: least }, (_, index) => `campaign_${index}`);
		const at = 'Kakiyo Prospect > Spread Over Campaigns';
		expect((await send(at, { campaignIds: ids })).map(({ body }) => body)).toMatchObject([{ campaignIds: ids }]);
		expect((await send(at, { campaignIds: ids.slice(1) })).map(({ to }) => to)).toEqual([]);
	});

	it('follow-ups can be added to a prompt', () => {
		const fields = new Kakiyo().description.properties.flatMap(({ options = [] }) => options);
		const [followUps] = fields.filter(({ name }) => name === 'followUps');
		expect(followUps).toMatchObject({
			typeOptions: { maxAllowedFields: found(documented('PUT /prompts/{}', 'followUps').max) },
		});
	});
});

/** The limit of a table of limits, by the beginning of its line. */
function limitOf(vendor: string, section: string, begins: string): number {
	const row = tablesOf(vendor)
		.filter((table) => table.section === section)
		.flatMap(({ rows }) => rows)
		.find((cells) => Object.values(cells)[0]?.startsWith(begins));
	const [, said = ''] = Object.values(row ?? {});
	return found(rangeIn(said.replace(/^not stated; /, '')).max);
}

const people = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({
		number: String(index + 1),
		name: `Person ${index}`,
		url: `https://www.linkedin.com/in/person-${index}`,
		first_name: 'Ann',
		last_name: `Lee ${index}`,
		case_number: `N-${index}`,
		external_source: 'manual',
		external_source_id: `crm-${index}`,
		status: 'open',
		type: 'civil',
	}));

const rows = { dataMode: 'autoMapInputData', fields: mapped };
const kayseRows = { ...rows, clientUpsertMode: 'replace', caseUpsertMode: 'replace' };
const [LIMITS, NOT_DOCUMENTED] = ['Limits', 'Not documented'];

/** Operations that bring items together: the member of the body with them, and where the page says how many. */
const BATCHES: Array<
	[at: string, member: string, parameters: INodeParameters, limit: [vendor: string, section: string, begins: string]]
> = [
	[
		'Kakiyo Prospect > Add',
		'prospects',
		{ ...rows, waitForImport: false },
		['kakiyo', LIMITS, 'Prospects in a batch request'],
	],
	[
		'Kakiyo Prospect > Spread Over Campaigns',
		'prospects',
		{ ...rows, waitForImport: false },
		['kakiyo', LIMITS, 'Prospects in a batch request'],
	],
	[
		'Kakiyo Prospect > Delete',
		'prospectIds',
		{ prospectId: byId('={{ $json.number }}') },
		['kakiyo', LIMITS, 'IDs in a bulk delete'],
	],
	['Kakiyo Do Not Contact > Add', 'entries', rows, ['kakiyo', NOT_DOCUMENTED, 'Maximum of `POST /dnc/batch`']],
	['Kayse Case > Delete', 'ids', { caseIdToDelete: '={{ $json.number }}' }, ['kayse', LIMITS, '`ids` of']],
	['Kayse Client > Create or Update', 'clients', kayseRows, ['kayse', LIMITS, 'Rows of the other bulk requests']],
	['Kayse Case > Create or Update', 'cases', kayseRows, ['kayse', LIMITS, 'Rows of the other bulk requests']],
	['Kayse Case List > Create or Update', 'lists', kayseRows, ['kayse', LIMITS, 'Rows of the other bulk requests']],
];

describe('as many items as the page in docs/vendors allows travel in one request', () => {
	it.each(BATCHES)('%s', async (at, member, parameters, limit) => {
		const most = limitOf(...limit);
		const sent = await send(at, parameters, people(most + 2));
		const sizes = sent.map(
			({ body }) => (body as Record<string, unknown[] | undefined> | undefined)?.[member]?.length ?? 0,
		);
		expect(Math.max(...sizes)).toBe(most);
	});
});

/** The parameters of an operation with another value in a field. */
function withValue(parameters: INodeParameters, path: string, value: number): INodeParameters {
	const changed = structuredClone(parameters);
	const members = path.split('.');
	const last = members.pop() ?? '';
	let holder: unknown = changed;
	for (const member of members) {
		const next: unknown = memberOf(holder, member);
		holder = Array.isArray(next) ? next[0] : next;
	}
	if (isRecord(holder)) holder[last] = value;
	return changed;
}

/** Numbers with a documented border: those of the panel are compared in fields.test.ts. */
const NUMBERS = NODES.flatMap(([, create]) => {
	const node = create();
	return [...fieldsByOperation(node)].flatMap(([operation, fields]) =>
		fields.flatMap((offered) => {
			const { minValue: min, maxValue: max } = offered.field.typeOptions ?? {};
			const isBounded = offered.field.type === 'number' && (min !== undefined || max !== undefined);
			const isSent = sentName(node, offered) !== undefined;
			return isBounded && isSent ? [{ node: node.description.name, operation, path: offered.path, min, max }] : [];
		}),
	);
});

/** What must stand in another field, where a number alone would not do: the number, or the largest that the field itself takes. */
const BESIDE: Array<[path: string, beside: string, value?: number]> = [
	['updateFields.invitationsMin', 'updateFields.invitationsMax'],
	['updateFields.messagesMin', 'updateFields.messagesMax'],
	['additionalFields.callbackDelays.delay.minutes', 'additionalFields.callbackDelays.delay.hours', 1],
];

describe('a number as small and as large as allowed is sent, and none beyond it, from any source', () => {
	it.each(NUMBERS)('$node $operation $path', async ({ node, operation: name, path, min, max }) => {
		const operation = operations.find(
			(one) =>
				one.node.create().description.name === node &&
				`${String(one.parameters.resource)}.${String(one.parameters.operation)}` === name,
		);
		if (!operation) throw new Error(`No ${node} ${name}`);
		const fitting = BESIDE.reduce(
			(parameters, [own, beside, value]) =>
				own === path ? withValue(parameters, beside, value ?? max ?? 0) : parameters,
			operation.parameters,
		);
		const sent = async (value: number) => (await arrivals.of(operation, withValue(fitting, path, value))).length > 0;
		const within = [min, max].filter((value) => value !== undefined);
		const beyond = [min === undefined ? [] : min - 1, max === undefined ? [] : max + 1].flat();
		const whichSent = async (values: number[]) => {
			const all: Array<[number, boolean]> = [];
			for (const value of values) all.push([value, await sent(value)]);
			return all;
		};
		expect(await whichSent(within)).toEqual(within.map((value) => [value, true]));
		expect(await whichSent(beyond)).toEqual(beyond.map((value) => [value, false]));
	});
});
