import type { FunctionsBase, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { DuplicateMemory } from './duplicates';

const memory = new DuplicateMemory();

/** One trigger node of this n8n. */
export const triggerOf = (context: Pick<FunctionsBase, 'getNode' | 'getWorkflow'>): string =>
	JSON.stringify([context.getWorkflow().id, context.getNode().id]);

const texts = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];

/**
 * Whether this delivery is to start a run: true for the first with this fingerprint, false for its repetitions, in
 * this process and, by the static data that n8n saves with each delivery, after a restart.
 */
export function isFirstDelivery(context: IWebhookFunctions, fingerprint: string): boolean {
	const trigger = triggerOf(context);
	const data = context.getWorkflowStaticData('node');
	if (!memory.admit(trigger, fingerprint, texts(data.seen))) return false;
	data.seen = memory.recent(trigger);
	return true;
}

/** Whether it has started a run already, for whoever would rather not look into it twice; admits nothing. */
export const wasDelivered = (context: IWebhookFunctions, fingerprint: string): boolean =>
	memory.knows(triggerOf(context), fingerprint, texts(context.getWorkflowStaticData('node').seen));

/** Frees what this process remembers for a trigger that is switched off; its static data stays. */
export const dropMemory = (context: IHookFunctions): void => memory.drop(triggerOf(context));
