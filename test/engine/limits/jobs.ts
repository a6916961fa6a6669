import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { valueAt } from '../../../nodes/shared/values/json';
import type { Sandbox } from '../../../sandbox';
import { byId, markOf } from '../census/sample';
import { automatic } from '../resourceMapper';

/** A limit of a vendor as its document states it. */
export interface DocumentedLimit {
	requests: number;
	perSeconds: number;
	/** Where it stands. */
	source: string;
}

/** A request as the sandbox noted it down. */
export interface Noted {
	method: string;
	path: string;
	body: unknown;
}

/** An operation that writes a row for each item, and how its vendor limits it. */
export interface Job {
	/** The vendor's in `nodes`. */
	folder: 'Kakiyo' | 'KaiCalls' | 'Kairo' | 'Kayse';
	/** As a user finds it. */
	operation: string;
	limit: DocumentedLimit;
	/** Most rows in a request; 1 where each row is a request. */
	rowsPerRequest: number;
	/** How many times faster than real time it is measured: so that two cores are far from busy, and an answer takes less than a second. */
	timeScale: number;
	parameters: (sandbox: Sandbox) => INodeParameters;
	item: (place: number) => IDataObject;
	/** Whether the limit counts a request. */
	counts: (request: Pick<Noted, 'method' | 'path'>) => boolean;
	/** The rows that a request writes: a name for each row, the same from every process. */
	rowsIn: (body: unknown) => unknown[];
	/** A request of somebody else with the same key that the limit counts, and that writes nothing. */
	foreign: { method: 'GET' | 'POST'; path: string };
}

const KAKIYO_WRITES: DocumentedLimit = { requests: 15, perSeconds: 60, source: 'vendors/kakiyo.md#limits' };
const KAICALLS_CALLS: DocumentedLimit = { requests: 60, perSeconds: 60, source: 'vendors/kaicalls.md#limits' };
const KAIRO_REQUESTS: DocumentedLimit = { requests: 100, perSeconds: 60, source: 'vendors/kairo.md#limits' };
const KAYSE_REQUESTS: DocumentedLimit = { requests: 500, perSeconds: 3_600, source: 'vendors/kayse.md#limits' };

const person = (place: number) => ({
	name: `Person ${place}`,
	url: `https://www.linkedin.com/in/new-person-${place}/`,
});

const client = (place: number) => ({
	external_source: 'csv',
	external_source_id: markOf(place),
	first_name: `First ${place}`,
	last_name: `Last ${place}`,
});

/** Numbers that an area has beside 555-01xx. */
const NUMBERS_OF_AREA = 9_000;
const AREAS = [202, 212, 213, 312, 415];

const phone = (place: number): string =>
	`+1${AREAS[Math.floor(place / NUMBERS_OF_AREA)]}555${1_000 + (place % NUMBERS_OF_AREA)}`;

const listIn = (body: unknown, member: string): unknown[] => {
	const rows = valueAt(body, member);
	return Array.isArray(rows) ? rows : [body];
};

const agentOf = ({ control }: Sandbox): string => {
	const [agent] = control.kaiCallsState().agents;
	if (!agent) throw new Error('The seed has no agent');
	return agent.id;
};

/** For each vendor, the operation that its users have most rows for: a request for each row, and in batches where it takes any. */
export const JOBS: Job[] = [
	{
		folder: 'Kakiyo',
		operation: 'Prompt > Create',
		limit: KAKIYO_WRITES,
		rowsPerRequest: 1,
		timeScale: 20,
		parameters: () => ({
			resource: 'prompt',
			operation: 'create',
			name: '={{ $json.name }}',
			modelId: byId('680321c8001e2f52aaa0'),
			type: 'Messages',
		}),
		item: person,
		counts: ({ method }) => method !== 'GET',
		rowsIn: (body) => [valueAt(body, 'name')],
		foreign: { method: 'POST', path: '/prompts' },
	},
	{
		folder: 'Kakiyo',
		operation: 'Prospect > Add',
		limit: KAKIYO_WRITES,
		rowsPerRequest: 100,
		timeScale: 15,
		parameters: () => ({ resource: 'prospect', operation: 'add', campaignId: byId('campaign_001') }),
		item: person,
		counts: ({ method }) => method !== 'GET',
		rowsIn: (body) => listIn(body, 'prospects').map((row) => valueAt(row, 'url')),
		foreign: { method: 'POST', path: '/prompts' },
	},
	{
		folder: 'KaiCalls',
		operation: 'Call > Create',
		limit: KAICALLS_CALLS,
		rowsPerRequest: 1,
		timeScale: 20,
		parameters: (sandbox) => ({
			resource: 'call',
			operation: 'create',
			agentId: byId(agentOf(sandbox)),
			to: '={{ $json.phone }}',
		}),
		item: (place) => ({ phone: phone(place) }),
		counts: ({ method, path }) => method === 'POST' && path === '/calls',
		rowsIn: (body) => [valueAt(body, 'to')],
		foreign: { method: 'POST', path: '/calls' },
	},
	{
		folder: 'Kairo',
		operation: 'Agent > Create',
		limit: KAIRO_REQUESTS,
		rowsPerRequest: 1,
		timeScale: 20,
		parameters: () => ({ resource: 'agent', operation: 'create', name: '={{ $json.name }}' }),
		item: (place) => ({ name: `Agent ${place}` }),
		counts: () => true,
		rowsIn: (body) => [valueAt(body, 'name')],
		foreign: { method: 'GET', path: '/agents/unknown' },
	},
	{
		folder: 'Kayse',
		limit: KAYSE_REQUESTS,
		timeScale: 200,
		item: client,
		counts: () => true,
		operation: 'Client > Create',
		rowsPerRequest: 1,
		parameters: () => ({ resource: 'client', operation: 'create', fields: automatic() }),
		rowsIn: (body) => [valueAt(body, 'external_source_id')],
		foreign: { method: 'GET', path: '/clients/4711' },
	},
	{
		folder: 'Kayse',
		limit: KAYSE_REQUESTS,
		timeScale: 200,
		item: client,
		counts: () => true,
		operation: 'Client > Create or Update',
		rowsPerRequest: 100,
		parameters: () => ({ resource: 'client', operation: 'upsert', fields: automatic() }),
		rowsIn: (body) => listIn(body, 'clients').map((row) => valueAt(row, 'external_source_id')),
		foreign: { method: 'GET', path: '/clients/4711' },
	},
];

/** The job of a vendor that sends so many rows in a request. */
export function jobOf(folder: Job['folder'], rows: 'one by one' | 'in batches'): Job {
	const job = JOBS.find((each) => each.folder === folder && each.rowsPerRequest > 1 === (rows === 'in batches'));
	if (!job) throw new Error(`${folder} has no operation that sends its rows ${rows}`);
	return job;
}
