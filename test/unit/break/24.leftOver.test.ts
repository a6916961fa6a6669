import { describe, expect, it } from '@jest/globals';
import { NodeHelpers, type INodeParameters } from 'n8n-workflow';

import { Kairo } from '../../../nodes/Kairo/Kairo.node';
import { Kayse } from '../../../nodes/Kayse/Kayse.node';

/** What the panel of a renamed node holds after a dropdown was changed: n8n's own way of keeping values (n8n-workflow: node-helpers). */
function afterwards(
	{ description }: Kayse | Kairo,
	before: INodeParameters,
	changed: INodeParameters,
): INodeParameters {
	return (
		NodeHelpers.getNodeParameters(description.properties, { ...before, ...changed }, true, false, null, description) ??
		{}
	);
}

/**
 * Section 1: "What erases, releases or deletes never starts with a value chosen for another operation."
 * The present test asks only whether the record to delete is another field, and only of operations that are called Delete, Release, Remove ...
 */
describe('after Resource or Operation is changed, nothing that erases or releases is there from another operation:', () => {
	// "Replace All" was chosen for clients, where every column is mapped; then the node is set to cases. The panel shows it far below
	// the mapper, and the first run empties every field of the case that is not mapped (court date, description ...).
	it('Kayse: Replace All of clients is not there for cases', () => {
		const before = { resource: 'client', operation: 'update', clientId: '401', updateMode: 'replace' };
		expect(afterwards(new Kayse(), before, { resource: 'case' }).updateMode).toBe('keep');
	});

	// Calls Allowed for one new client (who agreed) becomes "Voice Calls of All Linked Clients: Calls Allowed": the opt-out of every
	// client of the case is released, and AI agents may ring people who had said no.
	it('Kayse: Calls Allowed of one client is not there for all clients of a case', () => {
		const before = { resource: 'client', operation: 'create', voiceCalls: 'notOptedOut' };
		expect(afterwards(new Kayse(), before, { resource: 'case' }).voiceCalls).toBe('leave');
	});

	// Remove All does nothing to a client that is made now. Set to Update, the same node unlinks every case of the client.
	it('Kayse: Remove All, which does nothing in Create, is not there in Update', () => {
		const before = { resource: 'client', operation: 'create', linkedCases: 'remove' };
		expect(afterwards(new Kayse(), before, { operation: 'update' }).linkedCases).toBe('leave');
	});

	// A DELETE written for agents is a DELETE of a workflow with the same path, as soon as the resource is another.
	it('KAIRO: the method DELETE of an API Request for agents is not there for workflows', () => {
		const before = { resource: 'agent', operation: 'apiRequest', method: 'DELETE', path: '/helper' };
		const after = afterwards(new Kairo(), before, { resource: 'workflow' });
		expect({ method: after.method, path: after.path }).toEqual({ method: 'GET', path: '' });
	});
});
