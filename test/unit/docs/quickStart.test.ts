import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { ROOT } from '../../../scripts/repository';
import { offeredBy } from '../../engine/description';
import { VENDORS } from '../../support/vendors';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** Words of n8n's editor, names of its nodes, and places in the vendors' apps. */
const ELSEWHERE = new Set([
	'Credentials',
	'Create credential',
	'Settings',
	'On Error',
	'Continue (using error output)',
	'Execute step',
	'Map Automatically',
	'Google Sheets',
	'Read/Write Files from Disk',
	'Extract from File',
	'Schedule Trigger',
	'Webhook',
	'API Keys',
	'Company Settings',
]);

/** The numbered steps of a vendor's quick start. */
function stepsFor(vendor: string): string[] {
	const [, section = ''] = readme.split(`\n### ${vendor}: `);
	return (section.split('\n#')[0] ?? '').split('\n').filter((line) => /^\d\. /.test(line));
}

/** Every label in a description of a node or a credential. */
function labelsIn(description: unknown): string[] {
	if (Array.isArray(description)) return description.flatMap(labelsIn);
	if (typeof description !== 'object' || description === null) return [];
	return Object.entries(description).flatMap(([key, value]) =>
		typeof value === 'string' && (key === 'displayName' || key === 'name') ? [value] : labelsIn(value),
	);
}

describe.each(VENDORS)('the quick start of $name', ({ name, node, credential }) => {
	const { description } = node();
	const steps = stepsFor(name);
	const actions = offeredBy(node()).operations.map(({ option: { action } }) => action);

	it('has five steps and names an action that the node has', () => {
		expect(steps).toHaveLength(5);
		const [, action] = /\baction \*([^*]+)\*/.exec(steps.join(' ')) ?? [];
		expect(actions).toContain(action);
	});

	it('names labels that the panels have', () => {
		const { displayName, properties } = credential();
		const labels = new Set([displayName, ...actions, ...labelsIn([description, properties])]);
		const named = [...steps.join('\n').matchAll(/\*([^*]+)\*/g)].flatMap(([, label = '']) => label.split(' > '));
		expect(named.length).toBeGreaterThan(5);
		expect(named.filter((label) => !labels.has(label) && !ELSEWHERE.has(label))).toEqual([]);
	});
});
