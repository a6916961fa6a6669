import { isDeepStrictEqual } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { linkCredentials } from '../../../demo/workflows';
import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { KaiCallsTrigger } from '../../../nodes/KaiCalls/KaiCallsTrigger.node';
import { Kairo } from '../../../nodes/Kairo/Kairo.node';
import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { KakiyoTrigger } from '../../../nodes/Kakiyo/KakiyoTrigger.node';
import { Kayse } from '../../../nodes/Kayse/Kayse.node';
import { KayseTrigger } from '../../../nodes/Kayse/KayseTrigger.node';
import { offeredBy } from '../../engine/description';
import { everyOne } from '../../support/everyOne';
import { control } from '../control';
import { EditorPage } from '../editorPage';
import { world } from '../world';

const MAPPED = 'resourceMapper';

const UNLABELLED: ReadonlySet<string> = new Set(['hidden', 'notice', 'collection', 'fixedCollection', MAPPED]);

/** The choice between credentials is part of n8n's own field for them. */
const isLabelled = ({ type, name }: INodeProperties): boolean => !UNLABELLED.has(type) && name !== 'authentication';

const missingIn = (labels: string[], wanted: string[]): string[] => wanted.filter((label) => !labels.includes(label));

/** What the panel of a new node has to show, with this resource and operation or this mode. */
interface Expected {
	/** Labels of its own fields. */
	own: string[];
	/** Labels of those that must be filled in and are not. */
	empty: string[];
	hasMapper: boolean;
}

function expectedOf({ description }: INodeType, chosen: INodeParameters, node: INode): Expected {
	const { properties } = description;
	const parameters = NodeHelpers.getNodeParameters(properties, chosen, true, false, node, description) ?? {};
	const shown = properties.filter((property) => NodeHelpers.displayParameter(parameters, property, node, description));
	const issues = NodeHelpers.getNodeParametersIssues(properties, { ...node, parameters }, description);
	const isEmpty = ({ name, required }: INodeProperties) =>
		required === true && issues?.parameters?.[name] !== undefined;
	return {
		own: shown.filter(isLabelled).map(({ displayName }) => displayName),
		empty: shown.filter(isEmpty).map(({ displayName }) => displayName),
		hasMapper: shown.some(({ type }) => type === MAPPED),
	};
}

const labelled = ({ properties }: INodeTypeDescription): Set<string> =>
	new Set(properties.filter(isLabelled).map(({ displayName }) => displayName));

/** The choices of a trigger's field Mode; none where it has no such field. */
const modesOf = ({ description: { properties } }: INodeType): INodePropertyOptions[] =>
	(properties.find(({ name }) => name === 'mode')?.options ?? []).filter(
		(option): option is INodePropertyOptions => 'value' in option,
	);

describe('a node that was renamed, in the editor', () => {
	let editor: EditorPage;

	beforeAll(async () => {
		editor = await EditorPage.launch();
	});

	beforeEach(async () => await control('reset'));

	afterEach(async () => await editor.endTest('switching'));

	afterAll(async () => await editor?.close());

	/** A node with a neutral name, so that the editor does not draw the panel again because of the name. */
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

	/** The panel that is open shows these fields of the node, no others, and a red mark on those alone that must be filled in and are not. */
	const expectPanel = async (at: string, { description }: INodeType, { own, empty, hasMapper }: Expected) => {
		const all = labelled(description);
		const wrongIn = ({ labels, marked }: Awaited<ReturnType<EditorPage['panelOnce']>>) => ({
			at,
			missing: missingIn(labels, own),
			strange: hasMapper ? [] : labels.filter((label) => all.has(label) && !own.includes(label)),
			unmarked: missingIn(marked, empty),
			marked: missingIn(empty, marked),
		});
		const nothing = { at, missing: [], strange: [], unmarked: [], marked: [] };
		const panel = await editor.panelOnce((shown) => isDeepStrictEqual(wrongIn(shown), nothing));
		expect(wrongIn(panel)).toEqual(nothing);
	};

	test.each([
		['Kakiyo', new Kakiyo()],
		['KaiCalls', new KaiCalls()],
		['Kayse', new Kayse()],
		['KAIRO', new Kairo()],
	])(
		'shows the fields of the resource and operation that are chosen now, and no others, with a red mark on required ones alone: %s',
		async (_name, type) => {
			const { resources, operations } = offeredBy(type);
			const node = await open(type, {}, 'parameter-input-operation');
			for (const { name, value: resource } of everyOne(resources)) {
				await editor.choose('resource', name);
				for (const { at, option } of everyOne(operations.filter((each) => each.resource === resource))) {
					await editor.choose('operation', option.name);
					await expectPanel(at, type, expectedOf(type, { resource, operation: option.value }, node));
				}
			}
		},
	);

	test.each([
		['Kakiyo Trigger', new KakiyoTrigger()],
		['KaiCalls Trigger', new KaiCallsTrigger()],
		['Kayse Trigger', new KayseTrigger()],
	])('shows the fields of the mode that is chosen now, with a red mark on none: %s', async (_name, type) => {
		const modes = modesOf(type);
		const node = await open(type, {}, 'parameter-input-events');
		if (modes.length === 0) await expectPanel('trigger', type, expectedOf(type, {}, node));
		for (const { name, value: mode } of modes) {
			await editor.choose('mode', name);
			await expectPanel(name, type, expectedOf(type, { mode }, node));
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

	test('KaiCalls: a switch from Assign to Release leaves the number empty', async () => {
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
