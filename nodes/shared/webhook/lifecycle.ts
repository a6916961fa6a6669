import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import type { Vendor } from '../contract/vendor';
import { markStaticData } from '../memory/staticData';
import { dropMemory } from './duplicates';
import { dropRegistered, keepRegistered } from './registered';
import { checked, hookClient, asNodeError, type HookClient } from './hook';
import { checkedWebhookUrl } from './webhookUrl';
import { ensureRegistered, register, unregister, type WantedWebhook, type WebhookRegistry } from './registration';

/** A vendor's part of switching its trigger on and off. */
export interface Lifecycle {
	vendor: Vendor;
	/** The vendor delivers to https addresses only. */
	httpsOnly?: true;
	/**
	 * The events to report, at least one. Reads every field of the node, so that a fault is reported when the workflow
	 * is published, not when the first event comes.
	 * @throws ItemFailure
	 */
	wantedEvents(context: IHookFunctions): string[];
	/**
	 * The address to register, or the registered one; undefined if people set it up in the vendor's own pages.
	 * @throws ItemFailure
	 */
	registry?(
		context: IHookFunctions,
		purpose: 'register' | 'remove',
	): ((client: HookClient) => WebhookRegistry) | undefined;
	/** Removes other data of the trigger in this process. */
	forget?(context: IHookFunctions): void;
}

interface Hook {
	/** undefined when there is nothing to register. */
	registry: WebhookRegistry | undefined;
	wanted: WantedWebhook;
	data: IDataObject;
}

/** The client and the wanted webhook for an activation. */
async function prepare(
	context: IHookFunctions,
	{ vendor, httpsOnly, wantedEvents, registry }: Lifecycle,
): Promise<Hook> {
	const client = await hookClient(context, vendor);
	const { open, wanted } = await checked(context, () => {
		const events = wantedEvents(context);
		const url = checkedWebhookUrl(context.getNodeWebhookUrl('default'), client.baseUrl, vendor.name, httpsOnly);
		const name = `n8n: ${context.getWorkflow().name ?? context.getNode().name}`;
		return { open: registry?.(context, 'register'), wanted: { name, url, events } };
	});
	return { registry: open?.(client), wanted, data: context.getWorkflowStaticData('node') };
}

/** The methods that n8n calls when a workflow is published and unpublished, and at both ends of "Listen for test event". */
export const lifecycleOf = (lifecycle: Lifecycle) => ({
	async checkExists(this: IHookFunctions): Promise<boolean> {
		markStaticData(this);
		const { registry, wanted, data } = await prepare(this, lifecycle);
		if (!registry) return true;
		const isRegistered = await asNodeError(this, async () => await ensureRegistered(registry, wanted, data));
		if (isRegistered) keepRegistered(this);
		return isRegistered;
	},

	async create(this: IHookFunctions): Promise<boolean> {
		const { registry, wanted, data } = await prepare(this, lifecycle);
		if (registry) {
			await asNodeError(this, async () => await register(registry, wanted, data));
			keepRegistered(this);
		}
		return true;
	},

	async delete(this: IHookFunctions): Promise<boolean> {
		const open = await checked(this, () => lifecycle.registry?.(this, 'remove'));
		if (open) {
			const registry = open(await hookClient(this, lifecycle.vendor));
			await unregister(registry, this.getNodeWebhookUrl('default'), this.getWorkflowStaticData('node'));
		}
		dropMemory(this);
		dropRegistered(this);
		lifecycle.forget?.(this);
		return true;
	},
});
