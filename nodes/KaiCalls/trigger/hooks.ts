import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { invalidInput } from '../../shared/contract/failure';
import { markStaticData } from '../../shared/memory/staticData';
import { checked, hookClient } from '../../shared/webhook/hook';
import { dropMemory } from '../../shared/webhook/duplicates';
import { reachableUrl } from '../../shared/webhook/reach';
import { ensureRegistered, register, unregister, type WantedWebhook, type WebhookRegistry } from '../../shared/webhook/registration';
import { kaiCalls } from '../vendor';
import { TEST_EVENT } from './events';
import { dropInquiries } from './inquiry';
import { kaiCallsRegistry } from './registry';
import { chosenAgents, chosenEvents, chosenWorkspace, isAccountMode, lookAgainForMs, maxAgeMs } from './settings';

interface Hook {
	registry: WebhookRegistry;
	wanted: WantedWebhook;
	data: IDataObject;
}

/** What is to be reported; the test event comes without being asked for. */
function wantedEvents(context: IHookFunctions): string[] {
	// A fault in the other fields is told when the workflow is published, not when the first event comes.
	chosenAgents(context);
	maxAgeMs(context);
	lookAgainForMs(context);
	const events = chosenEvents(context).filter((event) => event !== TEST_EVENT);
	if (events.length > 0) return events;
	throw invalidInput('No event is chosen', 'Choose at least one in the KaiCalls Trigger node.');
}

/** What activation needs: the way to KaiCalls, and what it is to have there. */
async function prepare(context: IHookFunctions): Promise<Hook> {
	const client = await hookClient(context, kaiCalls);
	const { business, ...wanted } = await checked(context, () => ({
		business: chosenWorkspace(context),
		name: `n8n: ${context.getWorkflow().name ?? context.getNode().name}`,
		url: reachableUrl(context.getNodeWebhookUrl('default'), client.baseUrl, kaiCalls.name),
		events: wantedEvents(context),
	}));
	const data = context.getWorkflowStaticData('node');
	const registry = kaiCallsRegistry(context, client, business, data.webhookId);
	data.businessId = business;
	return { registry, wanted, data };
}

/** With an address that travels with each call there is nothing to register. */
export async function checkExists(this: IHookFunctions): Promise<boolean> {
	markStaticData(this);
	if (!isAccountMode(this)) {
		await checked(this, () => wantedEvents(this));
		return true;
	}
	const { registry, wanted, data } = await prepare(this);
	return await ensureRegistered(registry, wanted, data);
}

export async function create(this: IHookFunctions): Promise<boolean> {
	if (!isAccountMode(this)) return true;
	const { registry, wanted, data } = await prepare(this);
	await register(registry, wanted, data);
	return true;
}

/** Goes by what was registered: mode and workspace may have been changed since. */
export async function remove(this: IHookFunctions): Promise<boolean> {
	const data = this.getWorkflowStaticData('node');
	if (isAccountMode(this) || data.webhookId !== undefined) {
		const business = typeof data.businessId === 'string' ? data.businessId : chosenWorkspace(this);
		const registry = kaiCallsRegistry(this, await hookClient(this, kaiCalls), business, data.webhookId);
		await unregister(registry, this.getNodeWebhookUrl('default'), data);
	}
	dropMemory(this);
	dropInquiries(this);
	return true;
}
