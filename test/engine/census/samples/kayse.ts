import type { INodeParameters } from 'n8n-workflow';

import { valueAt } from '../../../../nodes/shared/values/json';
import { automatic, mapped } from '../../resourceMapper';
import { byId, markOf, type Given, type ItemMade, type Sample, type Samples } from '../sample';

const sourced = (place: number) => ({ external_source: 'csv', external_source_id: markOf(place) });

const client = (place: number) => ({ ...sourced(place), first_name: `First ${place}`, last_name: `Last ${place}` });

const legalCase = (place: number) => ({ ...sourced(place), case_number: `N-${place}`, status: 'open', type: 'civil' });

const caseList = (place: number) => ({ name: `List ${markOf(place)}`, filter: { case_type_ids: [21] } });

const taking =
	(record: (place: number) => object): Sample['item'] =>
	(place) => ({ ...record(place), mark: markOf(place) });

const newClient = (place: number): Given => ({ request: { method: 'POST', path: '/clients', body: client(place) } });

const newCase = (place: number): Given => ({
	request: { method: 'POST', path: '/cases', body: { ...legalCase(place), client_ids: [401] } },
});

const knownBy = (_place: number, id: string): ItemMade => ({ mark: id, record: id });

const IN_A_REQUEST = 4;

/** Rows in three requests; one updates a record that is not there. */
const chunks = (more: object): Sample['chunks'] => ({
	items: 10,
	parameters: { options: { rowsPerRequest: IN_A_REQUEST } },
	bad: (item) => ({ ...item, ...more, id: 4711 }),
});

const upsert = (record: (place: number) => object): Sample => ({
	parameters: { fields: automatic(), options: {} },
	item: taking(record),
	chunks: chunks({}),
});

const create = (record: (place: number) => object): Sample => ({
	parameters: { fields: automatic() },
	item: taking(record),
});

const onCase = (parameters: INodeParameters = {}): Sample => ({
	parameters: { caseId: '={{ $json.record }}', ...parameters },
	given: newCase,
	item: knownBy,
});

/** Of the seed, a case and its client. */
const message: INodeParameters = {
	caseId: 9001,
	clientId: 401,
	subject: 'Your date',
	message: 'Hello {{ $json.mark }}',
};

export const kayseSamples: Samples = {
	call: {
		schedule: onCase({ campaignId: byId('71') }),
	},
	campaign: {
		create: {
			parameters: { name: '={{ $json.mark }}', agentId: 'agt_karim', caseListId: byId('501') },
			item: (place) => ({ mark: markOf(place) }),
		},
	},
	case: {
		create: create(legalCase),
		upsert: upsert(legalCase),
		delete: {
			...onCase({ caseIdToDelete: '={{ $json.record }}' }),
			harmlessTwice: 'What is deleted stays deleted',
			effect: 'deletion',
			chunks: { items: 202, bad: (item) => ({ ...item, mark: '4711', record: '4711' }) },
		},
		sendEmail: {
			parameters: { ...message, message: '=Hello {{ $json.mark }}' },
			item: (place) => ({ mark: markOf(place) }),
		},
		sendSms: {
			parameters: { ...message, message: '=Hello {{ $json.mark }}' },
			item: (place) => ({ mark: markOf(place) }),
		},
		update: onCase({ fields: mapped({ name: 'Renamed' }) }),
	},
	caseList: {
		create: create(caseList),
		upsert: upsert(caseList),
	},
	client: {
		create: create(client),
		upsert: upsert(client),
		delete: { parameters: { clientIdToDelete: '={{ $json.record }}' }, given: newClient, item: knownBy },
		update: {
			parameters: { clientId: '={{ $json.record }}', fields: mapped({ city: 'Trenton' }) },
			given: newClient,
			item: knownBy,
		},
	},
	lead: {
		intake: {
			parameters: {
				clientFields: automatic(),
				caseFields: automatic(),
				addToList: true,
				listName: 'Website leads',
				listFilter: '{ "case_type_ids": [987654] }',
				scheduleCall: true,
				campaignId: byId('71'),
			},
			item: taking((place) => ({ ...client(place), ...legalCase(place) })),
			isWrittenDown: true,
			// All members of a list are sent each time.
			isHarmless: ({ path }) => path === '/case_lists/bulk',
			isUnknown: (row) => Object.values(row).some((step) => valueAt(step, 'outcome') === 'unknown'),
			about({ path, body }, items, { kayse }) {
				if (path.startsWith('/case_lists')) return [...items.keys()];
				if (path !== '/calls') return undefined;
				const called = kayse.state.cases.get(Number(valueAt(body, 'case_id')));
				return items.flatMap(({ mark }, place) => (called?.values.external_source_id === mark ? [place] : []));
			},
		},
	},
};
