import { expect } from '@jest/globals';

import type { TriggerStage } from './stage';

/** A webhook that is registered at a vendor, in one form for all of them. */
export interface VendorWebhook {
	id: string;
	/** What the vendor shows in its list. */
	name: string;
	url: string;
	events: string[];
	isActive: boolean;
	secret: string | null;
}

/** A vendor that n8n registers webhooks at, and somebody else's way to them. */
export interface WebhookVendor {
	stage: TriggerStage;
	vendor: string;
	/** Three of the vendor's events; the stage's parameters choose the first alone. */
	events: [string, string, string];
	/** What the vendor answers to GET /webhooks with these rows. */
	listOf: (rows: unknown[]) => object;
	/** The rows of that list now. */
	rows: () => unknown[];
	registered: () => VendorWebhook[];
	add: (webhook: Pick<VendorWebhook, 'name' | 'url'>) => Promise<unknown>;
	change: (id: string, change: Partial<Pick<VendorWebhook, 'url' | 'events' | 'isActive'>>) => Promise<unknown>;
	remove: (id: string) => Promise<unknown>;
	/** The path of the request that removes a webhook; `*` stands for its ID. */
	removalPath: string;
}

export const WEBHOOK_URL = 'http://127.0.0.1:9/webhook/b6a1d0c2/webhook';

/** The one webhook at the vendor. */
export function onlyWebhook({ registered }: Pick<WebhookVendor, 'registered'>): VendorWebhook {
	const [webhook, ...others] = registered();
	expect(others).toEqual([]);
	if (!webhook) throw new Error('No webhook is registered');
	return webhook;
}

/** The ID under which the trigger knows its webhook. */
export const idOf = ({ stage }: WebhookVendor) => String(stage.data.webhookId);
/** Requests that change something at the vendor. */
export const writes = ({ stage }: WebhookVendor) => stage.requests().filter((request) => !request.startsWith('GET'));
