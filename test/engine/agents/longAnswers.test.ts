import { expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { useStand } from '../stand';
import { useEveryTool } from './everyTool';

const tools = useEveryTool(useStand());

it.each([
	['Japanese', '本日はお電話ありがとうございます'],
	['Thai', 'ขอบคุณที่โทรหาเราวันนี้'],
])('a transcript in %s is cut to about 20,000 tokens', async (_, words) => {
	tools.says(() => ({ body: { id: '1', name: 'n', transcript: words.repeat(20_000) } }));
	const answer = JSON.stringify(await tools.ask('KaiCalls Lead > Get', { simplify: false } as INodeParameters));
	// With room for programs that count two characters as one token.
	expect([...answer].filter((character) => character > '\u007f').length).toBeLessThan(30_000);
});
