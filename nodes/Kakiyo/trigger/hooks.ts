import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { invalidInput } from '../../shared/contract/failure';
import { markStaticData } from '../../shared/memory/staticData';
import { checked, hookClient } from '../../shared/webhook/hook';
import { dropMemory } from '../../shared/webhook/duplicates';
import { reachableUrl } from '../../shared/webhook/reach';
import { ensureRegistered, register, unregister, type WantedWebhook, type WebhookRegistry } from '../../shared/webhook/registration';
import { kakiyo } from '../vendor';
import { kakiyoRegistry } from './registry';
import { ageLimitOf, readSelection } from './settings';

interface Hook {
	registry: WebhookRegistry;
	wanted: WantedWebhook;
	data: IDataObject;
}

/** What activation needs: the way to Kakiyo, and what it is to have there. */
async function prepare(context: IHookFunctions): Promise<Hook> {
	const client = await hookClient(context, kakiyo);
	const wanted = await checked(context, () => {
		// A fault in the fields is told when the workflow is published, not when the first event comes.
		const { events } = readSelection(context);
		ageLimitOf(context);
		if (events.length === 0) {
			throw invalidInput('No event is chosen', 'Choose at least one under "Event Names or IDs", or add "Custom Event Names".');
		}
		const url = reachableUrl(context.getNodeWebhookUrl('default'), client.baseUrl, kakiyo.name);
		return { name: `n8n: ${context.getWorkflow().name ?? context.getNode().name}`, url, events };
	});
	return { registry: kakiyoRegistry(context, client), wanted, data: context.getWorkflowStaticData('node') };
}

export async function checkExists(this: IHookFunctions): Promise<boolean> {
	markStaticData(this);
	const { registry, wanted, data } = await prepare(this);
	return await ensureRegistered(registry, wanted, data);
}

export async function create(this: IHookFunctions): Promise<boolean> {
	const { registry, wanted, data } = await prepare(this);
	await register(registry, wanted, data);
	return true;
}

export async function remove(this: IHookFunctions): Promise<boolean> {
	const registry = kakiyoRegistry(this, await hookClient(this, kakiyo));
	await unregister(registry, this.getNodeWebhookUrl('default'), this.getWorkflowStaticData('node'));
	dropMemory(this);
	return true;
}
