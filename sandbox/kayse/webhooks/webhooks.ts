import { z } from 'zod';
import { BadArgument } from '../../control/badArgument';
import { isLoopback } from '../../webhooks/loopbackPost';
import type { KayseAccount } from '../account';
import { isCallEvent } from './events';

/** The form under Company > Integrations > Webhooks (docs.kayse.ai "Webhooks"); there is no endpoint for it. */
export const newWebhookSchema = z
	.object({
		name: z.string().min(3).default('n8n'),
		/** Kayse requires https and a public address; the sandbox sends only to this machine. */
		url: z.string().refine(isLoopback, 'Only loopback URLs'),
		/** Empty for all. */
		events: z.array(z.string().min(1)).default([]),
		/** Empty for all. */
		campaignIds: z.array(z.number().int()).default([]),
		/** The API key in each delivery; `null` for none. The company's when left out. */
		appKey: z.string().min(1).nullable().optional(),
		active: z.boolean().default(true),
	})
	.strict();

/** A webhook as a test writes it: with defaults left out. */
export type NewKayseWebhook = z.input<typeof newWebhookSchema>;

/** A webhook of the company. */
export interface KayseWebhook extends Omit<z.output<typeof newWebhookSchema>, 'appKey'> {
	id: number;
	appKey: string | null;
}

const firstId = 7001;

/** The company's webhooks, as people set them up in Kayse's pages. */
export class Webhooks {
	private rows: KayseWebhook[] = [];

	constructor(private readonly kayse: KayseAccount) {}

	add(wanted: NewKayseWebhook): KayseWebhook {
		const { appKey = this.kayse.apiKey, ...rest } = newWebhookSchema.parse(wanted);
		if (rest.campaignIds.length > 0 && !(rest.events.length > 0 && rest.events.every(isCallEvent))) {
			throw new BadArgument('A campaign filter goes with call events only');
		}
		const webhook = { id: firstId + this.rows.length, appKey, ...rest };
		this.rows.push(webhook);
		return webhook;
	}

	list(): KayseWebhook[] {
		return [...this.rows];
	}

	/** The active ones that want this event. */
	wanting(event: string, { campaign_id }: Record<string, unknown>): KayseWebhook[] {
		return this.rows.filter(
			({ active, events, campaignIds }) =>
				active &&
				(events.length === 0 || events.includes(event)) &&
				(campaignIds.length === 0 || campaignIds.some((id) => id === campaign_id)),
		);
	}

	clear(): void {
		this.rows = [];
	}
}
