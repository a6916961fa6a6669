import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { endpointsOfNode, nameless } from '../../support/endpoints';
import { byId } from '../bench';
import { mapped, useKayseBench } from '../kayse';

const bench = useKayseBench();

const person = { first_name: 'Nia', last_name: 'Bell', external_source: 'manual', external_source_id: 'crm-1' };
const matter = {
	case_number: 'N-1',
	external_source: 'other',
	external_source_id: 'x-1',
	status: 'active',
	type: 'civil',
};
const replacing = { clientUpdateMode: 'replace', caseUpdateMode: 'replace', options: { keepOptOuts: false } };
const message = { caseId: 9001, clientId: 401, subject: 'News', message: 'Hello' };

/** For each endpoint, an operation that reaches it, with seed records of the sandbox. */
const REACHED_BY: Array<[endpoint: string, parameters: INodeParameters, items?: number[]]> = [
	['POST /clients', { resource: 'client', operation: 'create', fields: mapped(person) }],
	['GET /clients/:id', { resource: 'client', operation: 'get', clientId: 401 }],
	[
		'PUT /clients/:id',
		{ resource: 'client', operation: 'update', clientId: 401, fields: mapped(person), ...replacing },
	],
	['DELETE /clients/:id', { resource: 'client', operation: 'delete', clientIdToDelete: 401 }],
	['POST /clients/bulk', { resource: 'client', operation: 'upsert', fields: mapped(person) }],
	['POST /cases', { resource: 'case', operation: 'create', fields: mapped(matter) }],
	['GET /cases/:id', { resource: 'case', operation: 'get', caseId: 9001 }],
	['PUT /cases/:id', { resource: 'case', operation: 'update', caseId: 9001, fields: mapped(matter), ...replacing }],
	['DELETE /cases/:id', { resource: 'case', operation: 'delete', caseIdToDelete: 9001 }],
	['POST /cases/bulk', { resource: 'case', operation: 'upsert', fields: mapped(matter) }],
	[
		'POST /cases/bulk_delete',
		{ resource: 'case', operation: 'delete', caseIdToDelete: '={{ $json.id }}' },
		[9001, 9002],
	],
	['POST /cases/communication/sms', { resource: 'case', operation: 'sendSms', ...message }],
	['POST /cases/communication/email', { resource: 'case', operation: 'sendEmail', ...message }],
	['GET /case_lists', { resource: 'caseList', operation: 'getAll' }],
	['POST /case_lists', { resource: 'caseList', operation: 'create', fields: mapped({ name: 'Water' }) }],
	['POST /case_lists/bulk', { resource: 'caseList', operation: 'upsert', fields: mapped({ name: 'Water' }) }],
	['POST /calls', { resource: 'call', operation: 'schedule', campaignId: byId('71'), caseId: 9001 }],
	[
		'POST /campaigns',
		{ resource: 'campaign', operation: 'create', name: 'A', agentId: 'agt_nora', caseListId: byId('501') },
	],
	['GET /campaigns', { resource: 'campaign', operation: 'getAll' }],
	['GET /metadata/objects', { resource: 'metadata', operation: 'getAll' }],
];

describe('the endpoints that Kayse documents', () => {
	it.each(REACHED_BY)('%s', async (endpoint, parameters, ids = [0]) => {
		const { items, error } = await bench.run(parameters, { items: ids.map((id) => ({ id })) });
		expect(error?.message).toBeUndefined();
		expect(items.length).toBeGreaterThan(0);
		expect(bench.requests().map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
			`${endpoint} 200`,
		]);
	});

	it('are all of them', () => {
		expect(REACHED_BY.map(([endpoint]) => nameless(endpoint)).sort()).toEqual(endpointsOfNode(bench.nodeType()));
	});
});
