import { describe, expect, it } from '@jest/globals';
import { NodeHelpers, type INodeParameters, type INodeProperties, type INodeType } from 'n8n-workflow';

import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { KaiCallsTrigger } from '../../../nodes/KaiCalls/KaiCallsTrigger.node';
import { Kairo } from '../../../nodes/Kairo/Kairo.node';
import { Kayse } from '../../../nodes/Kayse/Kayse.node';
import { everyOne } from '../../support/everyOne';

/** What a panel holds in the end: n8n's own way of giving defaults and keeping values (n8n-workflow: node-helpers). */
const panelOf = ({ description }: INodeType, parameters: INodeParameters): INodeParameters =>
	NodeHelpers.getNodeParameters(description.properties, parameters, true, false, null, description) ?? {};

/** The fields of this label that the panel shows, in which a user chose something. */
function shownUnder(node: INodeType, label: string, parameters: INodeParameters): INodeProperties[] {
	const panel = panelOf(node, parameters);
	const { properties } = node.description;
	return properties.filter(
		(field) =>
			field.displayName.startsWith(label) &&
			NodeHelpers.displayParameter(panel, field, { typeVersion: 1 }, node.description),
	);
}

const KAYSE = ['client', 'case'].flatMap((resource) =>
	['create', 'update', 'upsert'].map((operation) => ({ resource, operation })),
);
const KAIRO = ['agent', 'workflow', 'context', 'analytics'].map((resource) => ({ resource, operation: 'apiRequest' }));

describe('after Resource or Operation is changed, the panel starts again with', () => {
	it.each<
		[label: string, node: INodeType, places: Array<{ resource: string; operation: string }>, chosen: string | string[]]
	>([
		['When Updating', new Kayse(), KAYSE, 'replace'],
		['Linked C', new Kayse(), KAYSE, 'remove'],
		['Voice Calls', new Kayse(), KAYSE, 'notOptedOut'],
		['Clear Field', new Kayse(), KAYSE, ['city']],
		['Method', new Kairo(), KAIRO, 'DELETE'],
		['Path', new Kairo(), KAIRO, '/helper'],
	])('%s', (label, node, places, chosen) => {
		const found = places.flatMap((place) => shownUnder(node, label, place).map(({ name }) => ({ name, place })));
		expect(found.length).toBeGreaterThan(1);
		for (const before of everyOne(found)) {
			const panel = panelOf(node, { ...before.place, [before.name]: chosen });
			expect(panel[before.name]).toEqual(chosen);
			for (const { name, place } of everyOne(found.filter((other) => other.place !== before.place))) {
				const after = panelOf(node, { ...panel, ...place });
				expect([before.place, place, after[name]]).toEqual([before.place, place, panelOf(node, place)[name]]);
			}
		}
	});
});

describe('what a user chose for another operation is not there', () => {
	it.each([
		['communicationRun', 'get', 'communicationRunId', 'cancel'],
		['communicationRun', 'get', 'communicationRunId', 'pause'],
		['communicationRun', 'pause', 'communicationRunIdToPause', 'cancel'],
		['webhook', 'sendTest', 'webhookId', 'rotateSecret'],
		['webhook', 'rotateSecret', 'webhookIdToRotate', 'delete'],
	])('in KaiCalls, %s: from %s (%s) to %s', (resource, operation, name, after) => {
		const node = new KaiCalls();
		const chosen = { __rl: true, mode: 'id', value: 'chosen' };
		const before = panelOf(node, { resource, operation, [name]: chosen });
		expect(before[name]).toEqual(chosen);
		const panel = panelOf(node, { ...before, operation: after });
		expect(JSON.stringify(panel)).not.toContain('"chosen"');
	});
});

describe('after the mode of a KaiCalls Trigger is changed', () => {
	it('Events starts again, with the events of that mode', () => {
		const trigger = new KaiCallsTrigger();
		const before = panelOf(trigger, { mode: 'account', events: ['lead.captured'] });
		const after = panelOf(trigger, { ...before, mode: 'perCall' });
		const [field, ...others] = shownUnder(trigger, 'Events', after);
		expect(others).toEqual([]);
		expect(after[field?.name ?? '']).toEqual(['call.completed', 'call.failed']);
		expect(JSON.stringify(field?.options)).not.toContain('lead.captured');
	});
});

describe('a new record of Kayse', () => {
	it.each(['client', 'case'])('offers no links to remove: %s', (resource) => {
		const fields = shownUnder(new Kayse(), 'Linked C', { resource, operation: 'create' });
		expect(JSON.stringify(fields)).toContain('"set"');
		expect(JSON.stringify(fields)).not.toContain('"remove"');
	});
});
