import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../bench';
import { useKairoBench } from '../kairo';
import { outcome } from '../outcome';

const bench = useKairoBench();

const on = (resource: string, operation: string, rest: INodeParameters): INodeParameters => ({
	resource,
	operation,
	...rest,
});

const agentId = byId('agt_001');
const workflowId = byId('wfl_001');
const sourceId = byId('src_001');
const missing = (before: string) => `={{ \`${before} \${$json.nothing}\` }}`;

/** Each with the field that the message names. */
const texts: Array<[field: string, parameters: INodeParameters]> = [
	['Name', on('agent', 'create', { name: missing('Agent') })],
	[
		'More Settings (JSON)',
		on('agent', 'create', { name: 'A', options: { additionalBody: '{"first_message": "Hi undefined"}' } }),
	],
	['Name', on('agent', 'update', { agentId, updateFields: { name: missing('Agent') } })],
	['Input', on('agent', 'run', { agentId, agentInputType: 'text', input: missing('Call') })],
	['Input', on('agent', 'run', { agentId, agentInputType: 'text', input: '=Call {{ $json.nothing }}, please' })],
	['Input', on('agent', 'run', { agentId, agentInputType: 'text', input: '=Call {{ $json.name }}' })],
	[
		'Input (JSON)',
		on('agent', 'run', { agentId, agentInputType: 'json', inputJson: '={{ ({ task: "Call " + $json.nothing }) }}' }),
	],
	[
		'More Settings (JSON)',
		on('agent', 'run', {
			agentId,
			agentInputType: 'text',
			input: 'Call',
			options: { additionalBody: '{"note": "for undefined"}' },
		}),
	],
	['Name', on('agent', 'addTool', { agentId, name: missing('look_up') })],
	[
		'Description',
		on('agent', 'addTool', { agentId, name: 'look_up', description: '=Finds {{ $json.nothing }}, by number' }),
	],
	['Name', on('workflow', 'create', { name: missing('Qualify') })],
	[
		'Input (JSON)',
		on('workflow', 'run', {
			workflowId,
			workflowInputType: 'json',
			inputJson: '={"lead": {"name": "Ann", "wants": "a call from {{ $json.name }}"}}',
		}),
	],
	['Input', on('workflow', 'run', { workflowId, workflowInputType: 'text', input: missing('Call') })],
	['Name', on('context', 'createSource', { name: missing('Records of') })],
	['Name', on('context', 'updateSource', { sourceId, updateFields: { name: missing('Records of') } })],
	[
		'Title',
		on('context', 'ingestDocument', { sourceId, title: missing('Policy of'), documentFrom: 'text', content: 'Text' }),
	],
	[
		'Content',
		on('context', 'ingestDocument', {
			sourceId,
			title: 'Policy',
			documentFrom: 'text',
			content: '=Dear {{ $json.nothing }}, hello',
		}),
	],
	['Query', on('context', 'query', { query: missing('What does it say of') })],
];

describe('a text that an AI acts on', () => {
	it.each(texts)(
		'is not sent with a missing value, and the error shows the word: %s of %j',
		async (field, parameters) => {
			const { sent, errors } = await outcome(bench, parameters, [{ name: 'undefined' }]);
			expect([sent, errors]).toEqual([[], [expect.stringContaining(`"${field}" has `)]]);
			expect(errors[0]).toMatch(/"undefined" in .*, so a value is missing|brought nothing/);
		},
	);

	it.each(texts)('is sent with "Send Text With Missing Values": %s of %j', async (_field, parameters) => {
		const { sent } = await outcome(bench, { ...parameters, options: { sendUnfilledText: true } }, [
			{ name: 'undefined' },
		]);
		expect(sent).not.toEqual([]);
	});

	it('is sent unchanged with a name such as Dana Null, and with null as data', async () => {
		const inputJson = '{"lead": {"name": "Dana Null", "phone": null, "note": ""}}';
		const { sent, errors } = await outcome(
			bench,
			on('workflow', 'run', {
				workflowId: byId(bench.state.workflows[0]?.id ?? ''),
				workflowInputType: 'json',
				inputJson,
			}),
		);
		expect([sent[0]?.body, errors]).toEqual([{ input: JSON.parse(inputJson) }, []]);
	});

	it('may speak of null in a document', async () => {
		const { sent } = await outcome(
			bench,
			on('context', 'ingestDocument', {
				sourceId,
				title: 'API',
				documentFrom: 'text',
				content: 'It returns null or N/A.',
			}),
		);
		expect(sent).toMatchObject([{ body: { content: 'It returns null or N/A.' } }]);
	});

	it('is refused for its own row only, and the others run', async () => {
		const run = on('agent', 'run', {
			agentId: byId(bench.state.agents[0]?.id ?? ''),
			agentInputType: 'text',
			input: '={{ "Call " + $json.name }}',
		});
		const { sent, errors } = await outcome(bench, run, [{ name: 'Ann' }, { city: 'Bonn' }, { name: 'Bob' }]);
		expect(sent.map(({ body }) => body).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual([
			{ input: 'Call Ann' },
			{ input: 'Call Bob' },
		]);
		expect(errors).toEqual([expect.stringContaining('"Input" has "undefined" in it')]);
	});
});
