import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { errorOf } from '../agents/reads';
import { outcome } from '../outcome';
import { apiRequest, useKairoBench } from '../kairo';

const bench = useKairoBench();

const request = (fields: INodeParameters): INodeParameters => apiRequest('agent', fields);

/** What an expression brings that found no ID. */
const EMPTY_IDS = ['', '  ', null, 'N/A', 'undefined', 'NaN', '[object Object]', '\u200b'].map((id) => ({
	row: 1,
	id,
}));

describe('an API Request with a path from an expression', () => {
	it.each([
		'={{ $json.id }}',
		'=/{{ $json.id }}',
		'=/a1/notes/{{ $json.id }}',
		'=/{{ $json.id }}/notes',
		'={{ `/${$json.id}` }}',
	])('sends nothing if %s finds no ID', async (path) => {
		for (const method of ['DELETE', 'PATCH', 'GET']) {
			const rows = path.includes('`') ? EMPTY_IDS.filter(({ id }) => id !== 'NaN') : EMPTY_IDS;
			const { sent, errors } = await outcome(bench, request({ method, path, body: '{"a": 1}' }), rows);
			expect(sent).toEqual([]);
			expect(errors).toEqual(rows.map(() => expect.stringContaining('"Path"')));
		}
	});

	it('as the tool of an AI agent deletes and changes nothing without an ID, and may read the list', async () => {
		const call = async (method: string, id: string) =>
			await bench.tool(request({ method, path: '={{ $fromAI("id", "", "string") }}', body: '{"a": 1}' }))({ id });
		for (const id of ['', '/', 'undefined', 'N/A'])
			for (const method of ['DELETE', 'PATCH', 'POST']) expect(await errorOf(call(method, id))).toContain('"Path"');
		expect(bench.requests()).toEqual([]);
		await call('GET', '');
		expect(bench.requests()).toMatchObject([{ method: 'GET', path: '/agents' }]);
	});

	it('reaches the root by DELETE and PATCH only if the user has typed it', async () => {
		const empty = await outcome(bench, request({ method: 'DELETE', path: '' }));
		expect([empty.sent, empty.errors]).toEqual([
			[],
			[expect.stringContaining('"Path" is empty, so DELETE would apply to everything below /agents')],
		]);
		await bench.run(request({ method: 'DELETE', path: '/' }));
		expect(bench.requests().map(({ method, path }) => `${method} ${path}`)).toEqual(['DELETE /agents']);
	});
});

describe('Query Parameters whose expression finds nothing', () => {
	const parameters = (name: string, value: string) => ({ queryParameters: { parameters: [{ name, value }] } });

	it.each([
		['status', '={{ $json.id }}'],
		['={{ $json.id }}', 'x'],
		['={{ $json.id }}', '={{ $json.id }}'],
	])('stop a request that writes or deletes: %s, %s', async (name, value) => {
		for (const method of ['DELETE', 'POST', 'PATCH']) {
			const rows = EMPTY_IDS.filter(({ id }) => id !== '[object Object]');
			const { sent, errors } = await outcome(
				bench,
				request({ method, path: 'a1', body: '{}', ...parameters(name, value) }),
				rows,
			);
			expect(sent).toEqual([]);
			expect(errors).toEqual(rows.map(() => expect.stringContaining('"Query Parameters" has')));
		}
	});

	it('leave a list unfiltered', async () => {
		const { sent } = await outcome(bench, request({ path: 'templates', ...parameters('status', '={{ $json.id }}') }), [
			{ id: '' },
		]);
		expect(sent).toMatchObject([{ method: 'GET', query: {} }]);
	});
});
