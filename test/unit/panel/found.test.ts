import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { n8n } from '../../../package.json';
import { NODE_TYPES } from '../../support/nodeTypes';
import { everyOne } from '../../support/everyOne';

const Codex = z.object({ alias: z.array(z.string()) });

const NODES = join(__dirname, '../../../nodes');

const FOLDERS: Record<string, string> = {
	kaiCalls: 'KaiCalls',
	kaiCallsTrigger: 'KaiCalls',
	kairo: 'Kairo',
	kakiyo: 'Kakiyo',
	kakiyoTrigger: 'Kakiyo',
	kayse: 'Kayse',
	kayseTrigger: 'Kayse',
};

/** The aliases of a node, in its codex file beside it. */
async function aliasesOf(name: string): Promise<string[]> {
	const file = `${name.charAt(0).toUpperCase()}${name.slice(1)}.node.json`;
	return Codex.parse(JSON.parse(await readFile(join(NODES, FOLDERS[name] ?? '', file), 'utf8'))).alias;
}

describe('the list of nodes', () => {
	// n8n looks for the words of a search in one alias, not in several together.
	it.each([
		['phone call', ['kaiCalls', 'kayse']],
		['call a lead', ['kaiCalls', 'kayse']],
		['missed call', ['kaiCalls']],
		['voicemail', ['kaiCalls']],
		['send text message', ['kaiCalls', 'kayse']],
		['cold outreach', ['kakiyo']],
		['opt out', ['kakiyo', 'kayse']],
		['lawyer', ['kayse']],
	])('finds for "%s" the nodes of %j', async (search, names) => {
		for (const name of everyOne(names)) {
			const found = (await aliasesOf(name)).some((alias) => alias.toLowerCase().includes(search));
			expect([name, found]).toEqual([name, true]);
		}
	});

	it('begins with a trigger’s subject, because n8n also shows its description for the node of the same name', () => {
		const triggers = NODE_TYPES.map(({ description }) => description).filter(({ group }) => group.includes('trigger'));
		expect(triggers).toHaveLength(n8n.nodes.filter((path) => path.endsWith('Trigger.node.js')).length);
		for (const { description } of everyOne(triggers))
			expect(description).toMatch(/^[A-Z].* (by|for) .*: starts the workflow when /);
	});
});
