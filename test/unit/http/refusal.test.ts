import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainRefusal, readRefusal } from '../../../nodes/shared/http/refusal';
import { labelOf } from '../../../nodes/shared/values/label';
import type { Vendor } from '../../../nodes/shared/contract/vendor';
import { acme, response } from '../support/wire';

const read = (body: unknown) => readRefusal(response(400, body), {});
const explain = (status: number, body: unknown = {}, ids: Record<string, string> = {}, vendor: Vendor = acme) =>
	explainRefusal(vendor, readRefusal(response(status, body), ids));

describe('the body of a refusal', () => {
	it.each([
		['flat', { error: 'bad', message: 'Too short' }, 'bad', 'Too short'],
		['nested', { error: { code: 'bad', message: 'Too short' } }, 'bad', 'Too short'],
		['code beside the message', { code: 'bad', message: 'Too short' }, 'bad', 'Too short'],
		['message alone', { message: 'Too short' }, '', 'Too short'],
		['detail alone', { detail: 'Too short' }, '', 'Too short'],
		['title alone', { title: 'Too short' }, '', 'Too short'],
		['both places', { error: { code: 'bad', message: 'inner' }, message: 'outer' }, 'bad', 'outer'],
		['a web page', '<html>', '', ''],
		['an array', [{ error: 'bad' }], '', ''],
		['nothing', undefined, '', ''],
		['other types', { error: 5, message: ['x'], detail: {} }, '', ''],
	])('is read when it is %s', (_, body, code, message) => {
		expect(read(body)).toMatchObject({ code, message });
	});

	it('names the rejected fields', () => {
		const details = [{ field: 'name', message: 'is short' }, 'text', { field: 5 }];
		expect(read({ details }).fields).toEqual([{ field: 'name', message: 'is short' }]);
		expect(read({ details: { name: 'is short' } }).fields).toEqual([]);
	});

	it('never throws, for any body', () => {
		fc.assert(
			fc.property(fc.anything(), fc.integer({ min: 300, max: 599 }), (body, status) => {
				const { kind, message, description } = explain(status, body);
				expect(kind).toBe('refused');
				expect(message).toContain('Acme');
				expect(description).not.toBe('');
			}),
		);
	});
});

describe('the explanation', () => {
	it('lists five fields at most, and how many more', () => {
		const details = Array.from({ length: 12 }, (_, index) => ({
			field: `rows.${index}.email`,
			message: `is wrong (${index})`,
		}));
		const { message, description } = explain(400, { details });
		expect(message).toMatch(/"rows\.4\.email" and 7 more$/);
		expect(description).toMatch(/rows\.4\.email: is wrong \(4\) and 7 more\. Correct/);
		expect(`${message} ${description}`).not.toContain('rows.5');
	});

	it('names the unknown ID by its label', () => {
		expect(explain(404, {}, { campaignId: 'c 1', listId: 'l2' }).message).toContain('Campaign ID "c 1", List ID "l2"');
	});

	it('names the fields and why', () => {
		const body = { error: 'bad', details: [{ field: 'name', message: 'is short' }] };
		const { message, description, code } = explain(400, body);
		expect(message).toContain('"name"');
		expect(description).toContain('name: is short');
		expect(code).toBe('bad');
	});

	it.each([400, 401, 402, 403, 404, 409, 418, 500, 503])('of a %i quotes the vendor', (status) => {
		expect(explain(status, { message: 'Our own words' })).toMatchObject({
			status,
			description: expect.stringContaining('Our own words'),
		});
	});

	it.each([
		[401, 'key'],
		[402, 'credits'],
		[403, 'rights'],
		[302, 'Base URL'],
		[500, 'later'],
		[408, 'later'],
	])('of a %i gives a remedy', (status, remedy) => {
		expect(explain(status).description).toContain(remedy);
	});

	it('is the vendor’s own if there is one', () => {
		const vendor: Vendor = { ...acme, explain: () => ({ message: 'Own message', description: 'Own advice' }) };
		expect(explain(404, { message: 'Gone' }, {}, vendor)).toMatchObject({
			message: 'Own message',
			description: expect.stringMatching(/Gone.*Own advice/),
		});
	});

	it('quotes a sentence that is the whole error, as in {"error": "text"}', () => {
		expect(explain(400, { error: 'The phone number is not valid' }).description).toContain(
			'The phone number is not valid',
		);
	});
});

describe('the label of a parameter', () => {
	it.each([
		['campaignId', 'Campaign ID'],
		['prospectIds', 'Prospect IDs'],
		['workspaceClientId', 'Workspace Client ID'],
		['name', 'Name'],
		['Idea', 'Idea'],
	])('of %s is %s', (parameter, label) => {
		expect(labelOf(parameter)).toBe(label);
	});
});
