import { afterEach, expect, it } from '@jest/globals';

import { processedData } from '../processedData';
import { useStand } from '../stand';
import { useEveryTool } from './everyTool';

const tools = useEveryTool(useStand());

afterEach(() => {
	processedData.failure = undefined;
});

it('a model is not told to press Retry where n8n’s database cannot be written (AI Agent 3)', async () => {
	processedData.failure = new Error('disk full');
	const [answer] = await tools.ask('KaiCalls Call > Create', {}, 'AI Agent 3');
	expect(answer?.error).toMatch(/^Not sent: n8n could not write to its database\./);
	expect(answer?.error).not.toMatch(/press|log of n8n/);
	expect(tools.written()).toEqual([]);
});
