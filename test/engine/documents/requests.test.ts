import { beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { everyOperation, type AnyOperation } from '../agents/everyOperation';
import { isRecord } from '../../../nodes/shared/values/json';
import { LEFT_OUT, NOT_SERVED } from '../../support/leftOut';
import { useStand } from '../stand';
import { limitInWords, LIMITS } from './limits';
import { documentedEndpoints, OF_SANDBOX } from '../../support/vendorPage';
import { pageSizeOf } from './pageSizes';
import { Arrivals, endpointOf, type Arrived } from './reached';
import { NODES } from './vendors';

const stand = useStand();

const mapped = { mappingMode: 'autoMapInputData', value: null };
const people = ['jane', 'john'].map((name) => ({ name, url: `https://www.linkedin.com/in/${name}` }));

/** Runs that come to the endpoints that one item of a new node does not: the operation, its parameters and items. */
const FURTHER: Array<[at: string, parameters: INodeParameters, items?: IDataObject[]]> = [
	['Kakiyo Prospect > Add', { dataMode: 'autoMapInputData', fields: mapped, waitForImport: false }, people],
	['Kakiyo Prospect > Delete', { onlyInCampaignId: { __rl: true, mode: 'id', value: '' } }],
	['Kakiyo Do Not Contact > Add', { dataMode: 'autoMapInputData', fields: mapped }, people],
	['Kayse Client > Create or Update', { clientUpsertMode: 'replace' }],
	['Kayse Client > Update', { clientUpdateMode: 'replace' }],
	['Kayse Case > Create or Update', { caseUpsertMode: 'replace' }],
	['Kayse Case > Update', { caseUpdateMode: 'replace' }],
	['Kayse Case > Delete', { withClients: false }],
];

/** Documented endpoints that no operation comes to, by the page. */
const NOT_OFFERED: Record<string, string[]> = {
	kakiyo: [],
	kaicalls: [...Object.keys(LEFT_OUT.KaiCalls ?? {}), ...(NOT_SERVED.KaiCalls ?? [])],
	kayse: [],
	kairo: [],
};

/** Paths of the user’s own. */
const isApiRequest = ({ at }: Pick<AnyOperation, 'at'>): boolean => at.endsWith('> API Request');

/** An ID as a vendor may have it, which in a path must stay one. */
const WITH_SLASH = 'org/7';

/** The parameters with such an ID in place of each. */
function withSlash(value: unknown): unknown {
	if (value === '1') return WITH_SLASH;
	if (Array.isArray(value)) return value.map(withSlash);
	return isRecord(value)
		? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withSlash(member)]))
		: value;
}

interface Sent extends Arrived {
	at: string;
}

const sent: Sent[] = [];

/** The same with IDs that have a slash in them. */
const sentWithSlash: Sent[] = [];

beforeAll(async () => {
	const arrivals = new Arrivals(stand);
	const operations = (await everyOperation()).filter((operation) => !isApiRequest(operation));
	const note = (at: string, arrived: Arrived[], to = sent) => void to.push(...arrived.map((one) => ({ at, ...one })));
	for (const operation of operations) {
		note(operation.at, await arrivals.of(operation));
		const parameters = withSlash(operation.parameters) as INodeParameters;
		note(operation.at, await arrivals.of(operation, parameters), sentWithSlash);
		for (const [at, own, items] of FURTHER) {
			if (at !== operation.at) continue;
			note(at, await arrivals.of(operation, own, items));
			note(at, await arrivals.of(operation, { ...parameters, ...own }, items), sentWithSlash);
		}
	}
});

describe.each(NODES)('the requests of the node and docs/vendors/%s.md', (page, create) => {
	const { displayName } = create().description;
	const documented = documentedEndpoints(page, OF_SANDBOX);
	const ours = (): Array<Sent & { endpoint: string | undefined }> => {
		const found = sent.filter(({ at }) => at.startsWith(`${displayName} `));
		if (found.length === 0) throw new Error(`${displayName} sent nothing`);
		return found.map((one) => ({ ...one, endpoint: endpointOf(one.to, documented) }));
	};

	it('name the same methods and paths', () => {
		expect(ours().flatMap(({ at, to, endpoint }) => (endpoint === undefined ? [`${at}: ${to}`] : []))).toEqual([]);
		const reached = new Set(ours().map(({ endpoint }) => endpoint));
		expect(documented.filter((endpoint) => !reached.has(endpoint)).sort()).toEqual(
			[...(NOT_OFFERED[page] ?? [])].sort(),
		);
	});

	it('name the same places for an ID with a slash in it; Kayse takes whole numbers only', () => {
		const withId = (all: Sent[]): string[] =>
			all
				.filter(({ at }) => at.startsWith(`${displayName} `))
				.map(({ at, to }) => `${at}: ${endpointOf(to, documented) ?? to}`)
				.filter((line) => line.includes('{}'));
		expect([...new Set(withId(sentWithSlash))]).toEqual(page === 'kayse' ? [] : [...new Set(withId(sent))]);
	});

	/** Of what differs, in words. */
	const differences = (
		of: (sent: Sent) => string,
		onPage: (endpoint: string) => string,
		isMeant: (sent: Sent) => boolean = () => true,
	): string[] =>
		ours()
			.filter(isMeant)
			.flatMap((one) => {
				const [node, said] = [of(one), onPage(one.endpoint ?? '')];
				return node === said ? [] : [`${one.at}, ${one.to}: ${node} in the node, ${said} on the page`];
			});

	it('name the same limits of requests', () => {
		const counted = ({ limits }: Sent): string => limits.map(limitInWords).sort().join(' and ');
		expect(differences(counted, (endpoint) => (LIMITS[page]?.(endpoint) ?? []).sort().join(' and '))).toEqual([]);
	});

	it('name the same sizes of pages', () => {
		const asked = ({ query }: Sent): string => query.get('limit') ?? query.get('page_size') ?? 'no size';
		// A single record is asked for in the place of its list.
		const isList = ({ to, query }: Sent): boolean => to.startsWith('GET ') && !query.has('id');
		const size = (endpoint: string): string => String(pageSizeOf(page, endpoint) ?? 'no size');
		expect(differences(asked, size, isList)).toEqual([]);
	});
});
