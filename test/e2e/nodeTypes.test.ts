import { beforeAll, describe, expect, test } from '@jest/globals';
import type { INodeTypeDescription } from 'n8n-workflow';
import { name as packName, n8n as manifest } from '../../package.json';
import { N8nClient } from '../../demo/client';
import { world } from './world';
import { everyOne } from '../support/everyOne';

describe('n8n offers the pack', () => {
	let client: N8nClient;
	let served: INodeTypeDescription[];

	beforeAll(async () => {
		client = await N8nClient.login(world.n8nUrl);
		served = (await client.nodeTypes()).filter(({ name }) => name.startsWith(`${packName}.`));
	});

	test('every node of the manifest is served', () => {
		const regular = served.filter(({ name }) => !name.endsWith('Tool'));
		expect(regular).toHaveLength(manifest.nodes.length);
	});

	test.each(['kaiCalls', 'kairo', 'kakiyo', 'kayse'])('%s is served as a node and as a tool for AI agents', (node) => {
		const names = served.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining([`${packName}.${node}`, `${packName}.${node}Tool`]));
	});

	test('every icon is served as SVG', async () => {
		const urls = served.flatMap(({ iconUrl }) =>
			typeof iconUrl === 'string' ? [iconUrl] : Object.values(iconUrl ?? {}),
		);
		expect(urls.length).toBeGreaterThanOrEqual(served.length);
		for (const url of everyOne(new Set(urls))) {
			const response = await client.fetch(`/${url}`);
			expect({ url, status: response.status, type: response.headers.get('content-type') }).toEqual({
				url,
				status: 200,
				type: expect.stringContaining('image/svg+xml'),
			});
		}
	});
});
