import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKairoBench } from '../kairo';
import { endpointsOf, placeOf, RESOURCES, type Resource } from './endpoints';

const bench = useKairoBench();

const ids = {
	agentId: byId('agent_x'),
	workflowId: byId('wf_x'),
	sourceId: byId('src_x'),
	runId: 'run_x',
	toolId: 'tool_x',
	traceId: 'trace_x',
	windowId: 'win_x',
};

/** All parameters that any operation needs to send a request. */
const filled: INodeParameters = {
	...ids,
	agentIdToDelete: ids.agentId,
	workflowIdToDelete: ids.workflowId,
	sourceIdToDetach: ids.sourceId,
	name: 'A',
	input: 'A',
	definition: '{"name": "A", "steps": [{}]}',
	updateFields: { name: 'B' },
	title: 'A',
	content: 'A',
	query: 'A',
};

const LABEL: Record<Resource, string> = {
	agent: 'Agent',
	workflow: 'Workflow',
	context: 'Context',
	analytics: 'Analytics',
};

const tried = (path: string): string =>
	path.replace(/\{(\w+)\}/g, (_, name: string) => {
		const id = Object.entries(ids).find(([field]) => field === name)?.[1] ?? '?';
		return typeof id === 'string' ? id : id.value;
	});

const endpoints = RESOURCES.flatMap((resource) =>
	endpointsOf(resource).map(({ operation, method, path, standing }) => ({
		resource,
		operation,
		standing,
		written: `${method} ${path}`,
		method,
		path: tried(path),
		namesId: path.includes('{'),
	})),
);
const unpublished = endpoints.filter(({ standing }) => standing !== 'documented');

describe('a KAIRO that has only its documented endpoints', () => {
	it('creates agents', async () => {
		bench.serveOnlyDocumented();
		const { items } = await bench.run({ resource: 'agent', operation: 'create', ...filled });
		expect(items).toMatchObject([{ json: { name: 'A', status: 'active' } }]);
	});

	it.each(unpublished)(
		'explains the 404 of an undocumented path: $resource $operation',
		async ({ resource, operation, standing, written, method, path, namesId }) => {
			bench.serveOnlyDocumented();
			const { error } = await bench.run({ resource, operation, ...filled });
			expect(error?.message).toContain(`${method} ${path}`);
			expect(error?.description).toContain(written);
			expect(error?.description).toContain('KAIRO says: "No such endpoint');
			expect(error?.description).toContain('KAIRO documents no path for this operation:');
			expect(error?.description).toContain(`${LABEL[resource]} > API Request`);
			const namesIt = /KAIRO did not find \w+ ID ".+_x"/;
			const mayBeUnknown = standing === 'implied' && namesId;
			expect(namesIt.test(error?.message ?? '')).toBe(mayBeUnknown);
			expect(error?.message.includes('a path that this node assumes')).toBe(standing === 'assumed');
			expect(namesIt.test(`${error?.message} ${error?.description}`)).toBe(namesId);
		},
	);

	it.each(unpublished)(
		'explains the 405 of an undocumented path: $resource $operation',
		async ({ resource, operation, method, path, standing }) => {
			bench.serveOnlyDocumented(405);
			const { error } = await bench.run({ resource, operation, ...filled });
			const origin =
				standing === 'assumed' ? 'a path that this node assumes' : 'a path that its list of categories suggests';
			expect(error?.message).toBe(`KAIRO does not accept ${method} at ${path}, ${origin}`);
			expect(error?.description).toContain('KAIRO documents no path for this operation:');
		},
	);

	it('retries and paces as usual: nothing is sent twice', async () => {
		bench.serveOnlyDocumented();
		await bench.run({ resource: 'agent', operation: 'run', ...filled });
		expect(bench.requests()).toHaveLength(1);
	});
});

describe('a KAIRO that has everything', () => {
	it.each(endpoints.filter(({ namesId }) => namesId))(
		'names an unknown ID: $resource $operation',
		async ({ resource, operation }) => {
			const { error } = await bench.run({ resource, operation, ...filled });
			expect(error?.message).toMatch(/^KAIRO says: "No .+ has the ID .+_x"/);
			expect(error?.description).toMatch(/^Check the ID/);
		},
	);

	it('has the usual error at a documented path', async () => {
		bench.control.fail({ ...placeOf('agent', 'create'), kind: 'status', status: 404 });
		const { error } = await bench.run({ resource: 'agent', operation: 'create', ...filled });
		expect(error?.message).toBe('KAIRO found nothing at this address');
	});

	it('has the usual error for any other refusal', async () => {
		bench.control.fail({ ...placeOf('agent', 'getAll'), kind: 'status', status: 403 });
		const { error } = await bench.run({ resource: 'agent', operation: 'getAll' });
		expect(error?.message).toBe('KAIRO does not allow this for the API key');
	});
});
