import { describe, expect, it } from '@jest/globals';

import { byId } from '../kakiyo';
import { useOperations } from './operations';

const { run, rows, sent, expectAllEndpointsReached } = useOperations('prompt');

const promptId = byId('prompt_001');
const prompt = async () => (await rows('get', { promptId }))[0];

describe('prompt', () => {
	it('creates a prompt of either type, which Get Many then lists', async () => {
		await rows('create', { name: 'Board members', modelId: byId('680321c8001e2f52aaa0') });
		await rows('create', { name: 'On posts', modelId: byId('680321c8001e2f52aaa0'), type: 'Comment' });
		expect(sent().map(({ body }) => body)).toEqual([
			{ name: 'Board members', model: '680321c8001e2f52aaa0', type: 'Messages' },
			{ name: 'On posts', model: '680321c8001e2f52aaa0', type: 'Comment' },
		]);
		const names = (await rows('getAll', { returnAll: true })).map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['Board members', 'On posts']));
	});

	it('updates the sections that are filled in', async () => {
		await rows('update', {
			promptId,
			updateFields: {
				firstMessage: 'Ask {{prospectName}} about payroll.',
				followUpEnabled: false,
				followUps: { followUp: [{ prompt: 'Once more', delay: 2 }] },
			},
		});
		expect(sent()).toEqual([
			{
				to: 'PUT /prompts/prompt_001',
				body: {
					firstMessage: 'Ask {{prospectName}} about payroll.',
					followUpEnabled: false,
					followUps: [{ prompt: 'Once more', delay: 2 }],
				},
			},
		]);
		expect(await prompt()).toMatchObject({
			context: 'You write to {{prospectName}} about {{product}}.',
			followUps: [{ prompt: 'Once more', delay: 2 }],
		});
	});

	it.each([
		[{ prompt: '', delay: 2 }, '"Prompt" is empty in row 2 of "Follow-Ups"'],
		[{ prompt: 'Ask again', delay: 'N/A' }, '"Delay (Days)" is empty in row 2 of "Follow-Ups"'],
	])('refuses half a follow-up, %j, and skips an empty one', async (half, message) => {
		const followUp = [{ prompt: 'Once more', delay: 2 }, { prompt: '', delay: '' }, half];
		const { error } = await run('update', { promptId, updateFields: { followUps: { followUp } } });
		expect(error?.message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it('clears the follow-ups only when asked to', async () => {
		await rows('update', { promptId, updateFields: { followUpEnabled: true, followUps: {} } });
		expect(await prompt()).toMatchObject({ followUps: [{ delay: 3 }] });
		await rows('update', { promptId, updateFields: { clearFollowUps: true } });
		expect(await prompt()).toMatchObject({ followUps: [] });
	});

	it('empties a section only when asked to, and never a required one', async () => {
		await rows('update', { promptId, updateFields: { firstMessage: '', followUpEnabled: true } });
		expect(await prompt()).not.toMatchObject({ firstMessage: '' });
		await rows('update', { promptId, clearPromptFields: ['firstMessage'] });
		expect(sent().at(-1)).toEqual({ to: 'PUT /prompts/prompt_001', body: { firstMessage: '' } });
		expect(await prompt()).toMatchObject({ firstMessage: '', context: expect.stringContaining('{{prospectName}}') });
		const { error } = await run('update', { promptId, clearPromptFields: ['context'] });
		expect(error?.description).toContain('{{prospectName}} is mandatory');
	});

	it('refuses an update without changes', async () => {
		const { error } = await run('update', { promptId, updateFields: { clearFollowUps: false } });
		expect(error?.message).toBe('There is nothing to update');
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
