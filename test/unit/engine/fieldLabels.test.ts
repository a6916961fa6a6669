import { describe, expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';

import { fieldLabels } from '../../../nodes/shared/engine/fieldLabels';
import { labelsOfFaults } from '../../../nodes/shared/http/faultyFields';
import { offeredOperations } from '../../engine/census/operations';

/** Fields with a `routing.send`, those in collections included: member of the request, label. */
const sentIn = (fields: INodeProperties[]): Array<[string, string]> =>
	fields.flatMap(({ type, displayName, options = [], routing }) => {
		if (type === 'collection') return sentIn(options.filter((option) => 'type' in option));
		const member = routing?.send?.property;
		return member === undefined ? [] : [[member, displayName]];
	});

describe('a vendor that names a missing member of the request', () => {
	it.each(offeredOperations().map(({ name, target }) => [name, target.fields] as const))(
		'means the field of that member: %s',
		(_name, fields) => {
			const labels = fieldLabels(fields, {});
			const sent = sentIn(fields);
			const understood = sent.map(([member]) => [
				member,
				labelsOfFaults([], `${member} is required`, labels),
				labelsOfFaults([{ field: member, message: 'Required' }], '', labels),
			]);
			const first = (member: string) => sent.find(([name]) => name === member)?.[1];
			expect(understood).toEqual(sent.map(([member]) => [member, [first(member)], [first(member)]]));
		},
	);

	it('may mean a mapped field, as the editor has last shown it', () => {
		const mapper: INodeProperties = { displayName: 'Fields', name: 'fields', type: 'resourceMapper', default: {} };
		const schema = [{ id: 'first_name', displayName: 'First Name' }];
		const labels = fieldLabels([mapper], { fields: { mappingMode: 'defineBelow', value: {}, schema } });
		expect(labelsOfFaults([], 'clients[3].first_name: must not be empty', labels)).toEqual(['First Name']);
		expect(labelsOfFaults([], 'first_name is required', fieldLabels([mapper], {}))).toEqual([]);
	});
});
