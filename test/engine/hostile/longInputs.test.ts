import type { INodeParameters } from 'n8n-workflow';
import { describe, expect, it } from '@jest/globals';

import { everyOperation } from '../agents/everyOperation';
import { useKairoBench } from '../kairo';
import { useHostileServer } from './server';

const server = useHostileServer();
const kairo = useKairoBench();

describe('a path of half a million names (KAIRO, API Request)', () => {
	it.each(['itemsPath', 'cursorPath'])('is refused by name, and nothing is sent: %s', async (member) => {
		server.says(200, '{"data":[]}');
		const request = (await everyOperation()).find(({ at }) => at === 'KAIRO Analytics > API Request');
		const pagination = {
			...(request?.parameters.paginationOptions as INodeParameters),
			[member]: 'a.'.repeat(500_000),
		};
		const cursor = {
			pagination: 'cursor',
			cursorParameter: 'cursor',
			cursorPath: 'next',
			[member]: 'a.'.repeat(500_000),
		};
		const { error } = await kairo.run(
			{ ...request?.parameters, ...cursor, paginationOptions: pagination, options: {} },
			{ baseUrl: server.baseUrl },
		);
		expect(error?.message).toMatch(/"(?:Items|Next Cursor) Path" must have at most 100 names/);
		expect(server.received).toEqual([]);
	});
});
