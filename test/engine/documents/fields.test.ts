import { beforeAll, describe, expect, it } from '@jest/globals';

import { everyOperation } from '../agents/everyOperation';
import { useStand } from '../stand';
import { differences, hasFigures, saysFigures } from './compare';
import { parametersIn, type DocumentedParameter } from './documented';
import { fieldsByOperation, sentName } from './offered';
import { documentedEndpoints, OF_SANDBOX } from '../../support/vendorPage';
import { Arrivals, endpointOf, type Arrived } from './reached';
import { NODES } from './vendors';

const stand = useStand();

/** The lists of the node ask for pages by themselves: see requests.test.ts. */
const PAGING = new Set(['limit', 'page', 'page_size']);

/** Parameters without a field of their own. */
const OTHERWISE: Record<string, string[]> = {
	kakiyo: [
		// Not offered (docs/vendors/kakiyo.md#c6).
		'POST /agents: password',
		// A field for each.
		'PUT /agents/{}: settings',
		// Of the credential; how many go together; how many can be added: see borders.test.ts.
		'POST /agents/{}/setup: password',
		'POST /agents/{}/setup: country',
		'DELETE /prospects: prospectIds',
		'PUT /prompts/{}: followUps',
		// The account has its own list; those of the trigger: see triggers.test.ts.
		'POST /webhooks, PUT /webhooks/{}: events',
	],
	// In a resource mapper.
	kayse: ['POST /case_lists, POST /case_lists/bulk: filter'],
};

/** Fields that are about how the node goes about it, or in which a user gives the name of a parameter. */
const OF_NODE: Record<string, string[]> = {
	kakiyo: ['clearPromptFields', 'dataMode', 'importTimeout', 'onlyIfName', 'simplify', 'updateFields.clearFollowUps'],
	kaicalls: [
		'binaryPropertyName',
		'clearAgentFields',
		'clearLeadFields',
		'onlyIfName',
		'replayBy',
		'simplify',
		'timeLimit',
	],
	kayse: [
		'caseCreateLinks',
		'caseCreateVoiceCalls',
		'caseUpdateLinks',
		'caseUpdateMode',
		'caseUpdateVoiceCalls',
		'caseUpsertLinks',
		'caseUpsertMode',
		'caseUpsertVoiceCalls',
		'clientCreateLinks',
		'clientCreateVoiceCalls',
		'clientUpdateLinks',
		'clientUpdateMode',
		'clientUpdateVoiceCalls',
		'clientUpsertLinks',
		'clientUpsertMode',
		'clientUpsertVoiceCalls',
		'onlyIfName',
		'remember',
		'simplify',
	],
	kairo: [
		'cursorParameter',
		'cursorPath',
		'documentFrom',
		'agentInputType',
		'workflowInputType',
		'limit',
		'agentMethod',
		'analyticsMethod',
		'contextMethod',
		'workflowMethod',
		'offsetParameter',
		'onlyIfName',
		'options.agentRoot',
		'options.analyticsRoot',
		'options.contextRoot',
		'options.workflowRoot',
		'pageParameter',
		'pagination',
		'paginationOptions.firstOffset',
		'paginationOptions.firstPage',
		'paginationOptions.pageSize',
		'timeLimit',
		'updateFields.clearContextSources',
	],
};

/** The requests of each operation, by the node and its own name as in "kakiyo agent.create". */
const sentBy = new Map<string, Arrived[]>();

beforeAll(async () => {
	const arrivals = new Arrivals(stand);
	for (const operation of await everyOperation()) {
		const { resource, operation: name } = operation.parameters;
		const { description } = operation.node.create();
		sentBy.set(`${description.name} ${String(resource)}.${String(name)}`, await arrivals.of(operation));
	}
});

describe.each(NODES)('the fields of the node and docs/vendors/%s.md', (page, create) => {
	const node = create();
	const said = parametersIn(page);
	const documented = documentedEndpoints(page, OF_SANDBOX);
	const comesTo = (operation: string, endpoints: string[]): boolean =>
		(sentBy.get(`${node.description.name} ${operation}`) ?? []).some(({ to }) =>
			endpoints.includes(endpointOf(to, documented) ?? ''),
		);

	const fields = [...fieldsByOperation(node)].flatMap(([operation, offered]) =>
		offered.map((one) => ({ operation, ...one, sent: sentName(node, one) })),
	);
	const fitting = (parameters: DocumentedParameter[], operation: string, name: string) =>
		parameters.filter((parameter) => parameter.name === name && comesTo(operation, parameter.endpoints));

	it('give the same values, defaults and limits', () => {
		const different = fields.flatMap(({ operation, path, field, sent }) => {
			if (sent === undefined) return [];
			const page = {
				documented: fitting(said.documented, operation, sent),
				ofNode: fitting(said.ofNode, operation, sent),
			};
			return differences(field, page).map((difference) => `${operation} ${path} (${sent}): ${difference}`);
		});
		expect(different).toEqual([]);
	});

	const isOffered = ({ name, endpoints }: DocumentedParameter): boolean =>
		fields.some(({ sent, operation }) => sent === name && comesTo(operation, endpoints));
	const inWords = ({ name, endpoints }: DocumentedParameter): string => `${endpoints.join(', ')}: ${name}`;

	it('name the same parameters, where one of them gives values, a default or a range', () => {
		const missing = said.documented.filter(
			(parameter) => saysFigures(parameter) && !PAGING.has(parameter.name) && !isOffered(parameter),
		);
		expect(missing.map(inWords)).toEqual(OTHERWISE[page] ?? []);
	});

	it('are in the page’s table of differences only if the node offers them', () => {
		expect(said.ofNode.filter((parameter) => !isOffered(parameter)).map(inWords)).toEqual([]);
	});

	it('give values, a default or a range only for parameters, and for the fields listed here', () => {
		const others = fields.flatMap(({ path, field, sent }) => (sent === undefined && hasFigures(field) ? [path] : []));
		expect([...new Set(others)].sort()).toEqual([...(OF_NODE[page] ?? [])].sort());
	});
});
