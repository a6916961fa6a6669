import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { NodeHelpers, type INode, type INodeParameters, type INodeProperties, type INodeType } from 'n8n-workflow';
import { linkCredentials } from '../../../demo/workflows';
import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { Kairo } from '../../../nodes/Kairo/Kairo.node';
import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { Kayse } from '../../../nodes/Kayse/Kayse.node';
import { offeredBy } from '../../engine/description';
import { control } from '../control';
import { EditorPage } from '../editorPage';
import { world } from '../world';
import { everyOne } from '../../support/everyOne';

const MAPPED = 'resourceMapper';

const UNLABELLED: ReadonlySet<string> = new Set(['hidden', 'notice', 'collection', 'fixedCollection', MAPPED]);

/** The choice between credentials is part of n8n's own field for them. */
const isLabelled = ({ type, name }: INodeProperties): boolean => !UNLABELLED.has(type) && name !== 'authentication';

const missingIn = (labels: string[], wanted: string[]): string[] => wanted.filter((label) => !labels.includes(label));

/** What a new node shows of its own fields, with this resource and operation. */
function labelsOf(
	{ description }: INodeType,
	chosen: INodeParameters,
	node: INode,
): { own: string[]; hasMapper: boolean } {
	const parameters =
		NodeHelpers.getNodeParameters(description.properties, chosen, true, false, node, description) ?? {};
	const shown = description.properties.filter((property) =>
		NodeHelpers.displayParameter(parameters, property, node, description),
	);
	return {
		own: shown.filter(isLabelled).map(({ displayName }) => displayName),
		hasMapper: shown.some(({ type }) => type === MAPPED),
	};
}

describe('a node that was renamed, in the editor', () => {
	let editor: EditorPage;

	beforeAll(async () => {
		editor = await EditorPage.launch();
	});

	beforeEach(async () => await control('reset'));

	afterEach(async () => await editor.screenshot('switching'));

	afterAll(async () => await editor?.close());

	/** A node whose name says nothing of what it does, so that the editor draws no panel anew with the name. */
	const open = async (type: INodeType, parameters: INodeParameters, awaited: string): Promise<INode> => {
		const [{ name: credential } = { name: '' }] = type.description.credentials ?? [];
		const node: INode = {
			id: crypto.randomUUID(),
			name: 'My own step',
			type: `n8n-nodes-outreach-agents.${type.description.name}`,
			typeVersion: 1,
			position: [0, 0],
			parameters,
			credentials: { [credential]: { id: null, name: credential } },
		};
		await editor.openNode(
			linkCredentials({ name: 'Switching', nodes: [node], connections: {}, settings: {} }, world.credentials),
			node.name,
			awaited,
		);
		return node;
	};

	test.each([
		['Kakiyo', new Kakiyo()],
		['KaiCalls', new KaiCalls()],
		['Kayse', new Kayse()],
		['KAIRO', new Kairo()],
	])('shows the fields of the resource and operation that are chosen now, and no others: %s', async (_name, type) => {
		const { resources, operations } = offeredBy(type);
		const all = new Set(type.description.properties.filter(isLabelled).map(({ displayName }) => displayName));
		const node = await open(type, {}, 'parameter-input-operation');
		for (const { name, value: resource } of everyOne(resources)) {
			await editor.choose('resource', name);
			for (const { at, option } of everyOne(operations.filter((each) => each.resource === resource))) {
				await editor.choose('operation', option.name);
				const { own, hasMapper } = labelsOf(type, { resource, operation: option.value }, node);
				const strangeIn = (labels: string[]) =>
					hasMapper ? [] : labels.filter((label) => all.has(label) && !own.includes(label));
				const isRight = (labels: string[]) => missingIn(labels, own).length === 0 && strangeIn(labels).length === 0;
				const labels = await editor.labelsOnce(isRight);
				if (!isRight(labels))
					expect({ at, missing: missingIn(labels, own), strange: strangeIn(labels) }).toEqual({
						at,
						missing: [],
						strange: [],
					});
			}
		}
	});

	test('Kayse: the fields to fill in are those of the record that is chosen now', async () => {
		const ofCase = ['Case Number', 'Status', 'Type'];
		const ofClient = ['First Name', 'Last Name'];
		await open(new Kayse(), { resource: 'client', operation: 'create' }, 'parameter-input-first_name');
		await editor.choose('resource', 'Case');
		await editor.part('parameter-input-case_number').waitFor();
		expect((await editor.fieldLabels()).filter((label) => [...ofCase, ...ofClient].includes(label))).toEqual(ofCase);
		await editor.choose('resource', 'Client');
		await editor.part('parameter-input-first_name').waitFor();
		expect((await editor.fieldLabels()).filter((label) => [...ofCase, ...ofClient].includes(label))).toEqual(ofClient);
	});

	test('KaiCalls: the number that was chosen to be assigned is not there to be released', async () => {
		await open(
			new KaiCalls(),
			{
				resource: 'phoneNumber',
				operation: 'assign',
				phoneNumber: { __rl: true, mode: 'number', value: '+12025550110' },
			},
			'resource-locator-phoneNumber',
		);
		await editor.choose('operation', 'Release');
		const released = editor.part('resource-locator-phoneNumberToRelease');
		await released.waitFor();
		expect(await released.locator('input').last().inputValue()).toBe('');
	});
});
