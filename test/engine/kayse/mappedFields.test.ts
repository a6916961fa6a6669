import { describe, expect, it } from '@jest/globals';
import type { LoadOptionsContext } from 'n8n-core';

import { Kayse } from '../../../nodes/Kayse/Kayse.node';
import { editor } from '../editor';
import { useKayseBench } from '../kayse';

const bench = useKayseBench();
const { resourceMapping, loadOptions } = new Kayse().methods;

/** Characters of a label that n8n's mapper shows at its usual width. */
const MOST_SHOWN = 24;

const opened = (): LoadOptionsContext => editor(new Kayse(), bench.credential());

describe('the fields of a client', () => {
	it('are those of Kayse’s metadata, with their types, and required or not', async () => {
		const { fields } = await resourceMapping.clientFieldsToCreate.call(opened());
		const byId = new Map(fields.map((field) => [field.id, field]));
		expect(byId.get('first_name')).toMatchObject({ displayName: 'First Name', type: 'string', required: true });
		expect(byId.get('date_of_birth')).toMatchObject({
			displayName: 'Date of Birth',
			type: 'dateTime',
			required: false,
		});
		expect(byId.get('meta')).toMatchObject({ type: 'object' });
		expect(bench.requests().map(({ path }) => path)).toEqual(['/metadata/objects']);
	});

	it.each(Object.keys(resourceMapping) as Array<keyof typeof resourceMapping>)(
		'have labels that the editor does not cut: %s',
		async (method) => {
			const { fields } = await resourceMapping[method].call(opened());
			expect(fields.map(({ displayName }) => displayName).filter((label) => label.length > MOST_SHOWN)).toEqual([]);
		},
	);

	it('are shown from the start if they are required, or if no person can be reached without them', async () => {
		const shown = async (method: keyof typeof resourceMapping) =>
			(await resourceMapping[method].call(opened())).fields.filter(({ removed }) => !removed).map(({ id }) => id);
		expect(await shown('clientFieldsToCreate')).toEqual([
			'first_name',
			'last_name',
			'external_source',
			'external_source_id',
			'email',
			'mobile',
		]);
		expect(await shown('caseFieldsToTakeIn')).toEqual(['case_number', 'status', 'type']);
		expect((await shown('clientFieldsToUpsert'))[0]).toBe('id');
	});

	it('include a field that Kayse has added since', async () => {
		const added = { name: 'is_minor', type: 'bool', required: true, description: 'Under age' } as const;
		bench.control.configureKayse({ extraFields: { clients: [added] } });
		const { fields } = await resourceMapping.clientFieldsToCreate.call(opened());
		expect(fields.find(({ id }) => id === 'is_minor')).toMatchObject({
			displayName: 'Is Minor',
			type: 'boolean',
			required: true,
		});
	});

	it.each(Object.getOwnPropertyNames(Object.prototype))('show a field of the type %s as text', async (type) => {
		const body = [{ name: 'clients', fields: [{ name: 'odd', type, required: false, description: '' }] }];
		bench.control.fail({ method: 'GET', path: '/metadata/objects', kind: 'status', status: 200, body });
		const { fields } = await resourceMapping.clientFieldsToCreate.call(opened());
		expect(fields.find(({ id }) => id === 'odd')).toMatchObject({ type: 'string' });
	});

	it('are read from metadata that comes in an envelope as well', async () => {
		const added = { name: 'is_minor', type: 'bool', required: true, description: 'Under age' };
		const body = { data: [{ name: 'clients', fields: [added] }] };
		bench.control.fail({ method: 'GET', path: '/metadata/objects', kind: 'status', status: 200, body });
		const { fields } = await resourceMapping.clientFieldsToCreate.call(opened());
		expect(fields.find(({ id }) => id === 'is_minor')).toMatchObject({ type: 'boolean', required: true });
	});

	it('are the documented ones when Kayse does not answer', async () => {
		const { fields: usual } = await resourceMapping.clientFieldsToCreate.call(opened());
		bench.control.fail({ method: 'GET', path: '/metadata/objects', kind: 'status', status: 503, times: 10 });
		const { fields } = await resourceMapping.clientFieldsToCreate.call(opened());
		expect(fields.map(({ id }) => id).sort()).toEqual(usual.map(({ id }) => id).sort());
	});

	it('never include fields that reach other people, or that only Kayse sets', async () => {
		const all = await Promise.all(Object.values(resourceMapping).map(async (method) => await method.call(opened())));
		const ids = new Set(all.flatMap(({ fields }) => fields.map(({ id }) => id)));
		for (const member of [
			'case_ids',
			'client_ids',
			'voice_calls_opted_out',
			'opt_out_voice_calls',
			'gender',
			'origin',
		]) {
			expect(ids).not.toContain(member);
		}
	});

	it('have no required one for an update, and need an ID to distinguish an update from a new record', async () => {
		const update = await resourceMapping.clientFieldsToUpdate.call(opened());
		expect(update.fields.filter(({ required }) => required)).toEqual([]);
		const upsert = await resourceMapping.clientFieldsToUpsert.call(opened());
		expect(upsert.fields[0]).toMatchObject({ id: 'id', required: false });
	});
});

describe('the fields to clear', () => {
	it('are those that a record does not require, with their meaning', async () => {
		const choices = await loadOptions.clearableCaseFields.call(opened());
		expect(choices.map(({ value }) => value)).toContain('court_date');
		expect(choices.map(({ value }) => value)).not.toContain('case_number');
		expect(choices.find(({ value }) => value === 'court_date')?.description).not.toBe('');
	});
});
