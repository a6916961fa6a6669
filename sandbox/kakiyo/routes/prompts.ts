import { z } from 'zod';
import { fieldIssues } from '../../server/route';
import type { Route } from '../../server/vendor';
import { createPrompt, updateCommentPrompt, updateMessagesPrompt } from '../contract/library';
import { find, validationError } from '../errors';
import type { Kakiyo } from '../kakiyo';
import type { Prompt } from '../state';
import { plain, withBody } from './builders';

/** Variables that the main section of a prompt must keep. */
const mandatoryVariables = ['{{prospectName}}'];

/** A created prompt starts with empty sections. */
function emptyPrompt(base: Pick<Prompt, 'id' | 'name' | 'model' | 'createdAt' | 'type'>): Prompt {
	const { type, ...common } = base;
	return type === 'Comment'
		? { ...common, type, comment: '' }
		: { ...common, type, context: '', firstMessage: '', followUps: [], followUpEnabled: false };
}

function mainSection(prompt: Prompt): string {
	return prompt.type === 'Comment' ? prompt.comment : prompt.context;
}

function missingVariables(prompt: Prompt): string[] {
	return mandatoryVariables.filter((variable) => !mainSection(prompt).includes(variable));
}

function changed(prompt: Prompt, body: unknown): Prompt {
	const change = prompt.type === 'Comment' ? updateCommentPrompt.safeParse(body) : updateMessagesPrompt.safeParse(body);
	if (!change.success) throw validationError(fieldIssues(change.error));
	const result = { ...prompt, ...change.data };
	const dropped = missingVariables(result).filter((variable) => mainSection(prompt).includes(variable));
	if (dropped.length > 0) {
		const field = prompt.type === 'Comment' ? 'comment' : 'context';
		throw validationError(dropped.map((variable) => ({ field, message: `${variable} is mandatory` })));
	}
	return result;
}

function guidelines(prompt: Prompt) {
	const schema = prompt.type === 'Comment' ? updateCommentPrompt : updateMessagesPrompt;
	return { schema: Object.keys(schema.shape), mandatoryVariables, missing: missingVariables(prompt) };
}

/** The endpoints of prompts. */
export function promptRoutes(kakiyo: Kakiyo): Route[] {
	return [
		plain({
			method: 'GET',
			path: '/prompts',
			handle: () =>
				[...kakiyo.state.prompts.values()].map(({ id, name, type, model, createdAt }) => ({
					id,
					name,
					type,
					model,
					createdAt,
				})),
		}),
		withBody({
			method: 'POST',
			path: '/prompts',
			body: createPrompt,
			status: 201,
			handle({ body }) {
				const { models, prompts, ids } = kakiyo.state;
				if (!models.has(body.model)) throw validationError([{ field: 'model', message: 'Unknown id' }]);
				const id = ids.next('prompt');
				prompts.set(id, emptyPrompt({ id, ...body, createdAt: kakiyo.clock.iso() }));
				return { message: 'Prompt created successfully' };
			},
		}),
		plain({
			method: 'GET',
			path: '/prompts/:id',
			handle({ params }) {
				const prompt = find(kakiyo.state.prompts, params.id, 'Prompt');
				return { ...prompt, guidelines: guidelines(prompt) };
			},
		}),
		withBody({
			method: 'PUT',
			path: '/prompts/:id',
			// The prompt's type decides which members are known.
			body: z.record(z.unknown()),
			handle({ params, body }) {
				const { prompts } = kakiyo.state;
				const prompt = changed(find(prompts, params.id, 'Prompt'), body);
				prompts.set(prompt.id, prompt);
				return { id: prompt.id, message: 'Prompt updated successfully' };
			},
		}),
	];
}
