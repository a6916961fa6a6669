import type { Ids } from '../ids';
import type { Prompt } from '../state';

/** Two message prompts and one comment prompt, on the same model. */
export function seedPrompts(ids: Ids, model: string, createdAt: string): Prompt[] {
	const messages = (name: string): Prompt => ({
		id: ids.next('prompt'),
		name,
		model,
		createdAt,
		type: 'Messages',
		context: 'You write to {{prospectName}} about {{product}}.',
		firstMessage: 'Ask {{prospectName}} one short question.',
		followUps: [{ prompt: 'Ask once more, kindly.', delay: 3 }],
		followUpEnabled: true,
	});
	return [
		messages('CFO intro'),
		messages('CTO intro'),
		{
			id: ids.next('prompt'),
			name: 'Post comment',
			model,
			createdAt,
			type: 'Comment',
			comment: 'Comment on the post of {{prospectName}}.',
		},
	];
}
