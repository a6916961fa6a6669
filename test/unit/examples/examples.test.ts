import { describe, expect, it } from '@jest/globals';

import { EXAMPLES, vendorsIn } from '../../../demo/workflows';
import { VENDORS } from '../../support/vendors';
import { bannedIn } from '../support/plainEnglish';
import { contentOf, EXAMPLE_FILES, purposeOf, triggersOf } from './example';

/** n8n's own, as its template gallery wants a workflow. */
const MEMBERS = ['name', 'nodes', 'connections', 'pinData', 'settings'];

/** Nodes that go by the name under which people look for them. */
const KNOWN_BY_THEIR_TYPE = ['AI Agent', 'Loop Over Items', 'MCP Server Trigger', 'OpenAI Chat Model'];

/** The names that n8n gives to new nodes. */
const NEW_NODE =
	/^(?:Edit Fields|Code|Filter|If|Switch|Merge|HTTP Request|Webhook|Schedule Trigger|Data table|Set|Limit|Sticky Note|Remove Duplicates|.* Trigger)\d*$|[a-z]\d$/;

/** A node under a note, or so near that the note covers its name. */
const MARGIN = 112;

/** Secrets, by the form of their vendors' keys or by the names of their members. */
const SECRETS = [
	/\b(?:sk|kc)_(?:live|test)_/,
	/Bearer [\w.-]{16}/,
	/"(?:apiKey|password|secret|token|accessToken)": "[^"]/,
];

/** Members that only a workflow of somebody's n8n has. */
const TRACES = [/"(?:instanceId|templateCredsSetupCompleted|versionId|triggerCount|shared)"/];

/** Made-up people and places: those of documentation. */
const isMadeUp = (host: string): boolean => /(?:^|\.)(?:example\.(?:com|org)|linkedin\.com|w3\.org)$/.test(host);

/** Triggers that another program starts. A chat and an MCP client have windows of their own. */
const WAITS = /\.(?:webhook|errorTrigger)$|^n8n-nodes-outreach-agents\..+Trigger$/;

/** A public name of a language model. */
const isModel = (value: string): boolean => /^gpt-/.test(value);

describe('the example workflows', () => {
	it('are those that `npm start` imports', () => {
		expect(EXAMPLE_FILES.map(({ name }) => name)).toEqual([...EXAMPLES]);
	});

	it('have names of their own', () => {
		const names = EXAMPLE_FILES.map(({ workflow }) => workflow.name);
		expect(new Set(names).size).toBe(names.length);
		expect(names.filter((name) => name.length < 8 || name.length > 60)).toEqual([]);
	});

	it('name the credential of each node after its vendor, as n8n does', () => {
		const known = VENDORS.map(({ name }) => name);
		const named = new Set(EXAMPLE_FILES.flatMap(({ workflow }) => vendorsIn(workflow)));
		expect([...named].sort()).toEqual(known.sort());
	});

	it.each(VENDORS)('are three or more for $name', ({ name }) => {
		expect(EXAMPLE_FILES.filter((example) => vendorsIn(example.workflow).includes(name)).length).toBeGreaterThanOrEqual(3);
	});
});

describe.each(EXAMPLE_FILES)('the example $name', (example) => {
	const { text, workflow, nodes, notes } = example;
	const names = nodes.map(({ name }) => name);

	it('has a note with its purpose and the steps to set it up, and the note names existing nodes', () => {
		expect(notes.length).toBeGreaterThan(0);
		expect(purposeOf(example).length).toBeGreaterThan(25);
		const content = notes.map(contentOf).join('\n');
		expect(content).toMatch(/^## .+/);
		expect(content).toMatch(/^2\. /m);
		const steps = content.split('\n').filter((line) => /^\d\. /.test(line));
		const named = steps.flatMap((line) => [...line.matchAll(/\*\*(.+?)\*\*/g)].map(([, name]) => name));
		const tables = [...text.matchAll(/"tableName": "(.+)"/g)].map(([, name]) => name);
		const inData = [...text.matchAll(/"mode": "name",\s+"value": "(.+)"/g)].map(([, name]) => name);
		expect(named.filter((name) => ![...names, ...tables, ...inData].includes(name ?? ''))).toEqual([]);
	});

	it('has notes and names of nodes in plain English', () => {
		const texts = [...notes.map(contentOf), ...[...nodes, ...notes].map((node) => node.name)];
		expect(bannedIn(texts.map((words) => ({ place: example.name, text: words })))).toEqual([]);
	});

	it('has a name for each node that says what the node does', () => {
		expect(names.filter((name) => NEW_NODE.test(name) && !KNOWN_BY_THEIR_TYPE.includes(name))).toEqual([]);
		expect(new Set(names).size).toBe(names.length);
	});

	it('has no node under a note or under another node', () => {
		const covered = nodes.filter(({ position: [x, y] }) =>
			notes.some(({ position: [left, top], parameters: { width, height } }) => {
				const isWithin = (at: number, from: number, size: unknown) => at > from - MARGIN && at < from + Number(size);
				return isWithin(x, left, width) && isWithin(y, top, height);
			}),
		);
		expect(covered.map(({ name }) => name)).toEqual([]);
		expect(new Set(nodes.map(({ position }) => position.join())).size).toBe(nodes.length);
	});

	it('has no credentials, no secrets and no traces of an account', () => {
		expect(Object.keys(workflow).filter((member) => !MEMBERS.includes(member))).toEqual([]);
		const credentials = nodes.flatMap((node) => Object.values(node.credentials ?? {}));
		expect(credentials.filter(({ id }) => id)).toEqual([]);
		expect([...SECRETS, ...TRACES].filter((pattern) => pattern.test(text))).toEqual([]);
		const hosts = [...text.matchAll(/(?:https?:\/\/|[\w.+-]+@)([\w-]+(?:\.[\w-]+)+)/g)].map(([, host]) => host ?? '');
		expect(hosts.filter((host) => !isMadeUp(host))).toEqual([]);
	});

	it('leaves open what only the user can choose', () => {
		const locators = nodes.flatMap(({ name, parameters }) =>
			Object.values(parameters).flatMap((value) => {
				const isLocator = typeof value === 'object' && value !== null && '__rl' in value;
				return isLocator && 'mode' in value && 'value' in value ? [{ name, mode: value.mode, value: value.value }] : [];
			}),
		);
		const chosen = locators.filter(
			({ mode, value }) => value !== '' && mode !== 'name' && !String(value).startsWith('=') && !isModel(String(value)),
		);
		expect(chosen).toEqual([]);
	});

	it('has data pinned to each trigger that would wait for another program', () => {
		const waiting = triggersOf(example).filter(({ type }) => WAITS.test(type));
		expect(waiting.map(({ name }) => name).filter((name) => !workflow.pinData?.[name]?.length)).toEqual([]);
	});

	it('connects nodes that there are, and leaves none alone', () => {
		const links = Object.entries(workflow.connections).flatMap(([from, outputs]) =>
			Object.values(outputs).flatMap((ways) => ways.flatMap((way) => (way ?? []).map(({ node }) => [from, node]))),
		);
		const linked = new Set(links.flat());
		expect([...linked].filter((name) => !names.includes(name))).toEqual([]);
		expect(names.filter((name) => !linked.has(name))).toEqual([]);
	});
});
