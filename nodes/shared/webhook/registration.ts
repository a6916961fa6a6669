import type { IDataObject } from 'n8n-workflow';

import { ItemFailure } from '../contract/failure';
import { isRecord } from '../values/json';

/** The webhook in its wanted state. */
export interface WantedWebhook {
	/** How the vendor's dashboard lists it. */
	name: string;
	url: string;
	events: string[];
}

/** The webhook in its state at the vendor. */
export interface RegisteredWebhook {
	id: string;
	url: string;
	events: string[];
	/** false when the vendor has switched it off. */
	active: boolean;
}

/** The vendor's answer about a new webhook; `register` checks it. */
export interface Registration {
	id: unknown;
	secret: unknown;
}

/** The vendor's list of webhooks. Each method throws when the vendor refuses. */
export interface WebhookRegistry {
	list(): Promise<RegisteredWebhook[]>;
	/** @param secret known from an earlier registration, '' when there is none */
	create(wanted: WantedWebhook, secret: string): Promise<Registration>;
	/**
	 * Brings a registered webhook into its wanted state.
	 * @param secret the present one, '' when it is lost
	 * @returns the secret from now on, by the vendor's answer
	 */
	repair(id: string, wanted: WantedWebhook, secret: string): Promise<unknown>;
	/**
	 * A missing webhook counts as removed.
	 * @returns whether it was there
	 */
	remove(id: string): Promise<boolean>;
}

/** A row of the vendor's list, with the members that all vendors have. */
type WebhookRow = Record<string, unknown> & { id: string | number; url: string };

/** The ID for its removal. */
const isId = (id: unknown): id is string | number =>
	(typeof id === 'string' && /^\S{1,500}$/.test(id)) || Number.isSafeInteger(id);

const isWebhookRow = (row: unknown): row is WebhookRow => isRecord(row) && typeof row.url === 'string' && isId(row.id);

/**
 * The webhooks of the vendor's list.
 * @param isActive by the vendor's member for it
 * @throws ItemFailure when a row cannot be read: it may be the trigger's, and a second webhook would deliver everything
 * twice
 */
export function webhooksIn(
	rows: unknown[],
	vendorName: string,
	isActive: (row: WebhookRow) => boolean,
): RegisteredWebhook[] {
	if (!rows.every(isWebhookRow)) throw notUnderstood(vendorName);
	return rows.map((row) => ({
		id: String(row.id),
		url: row.url,
		events: Array.isArray(row.events) ? row.events.map(String) : [],
		active: isActive(row),
	}));
}

const notUnderstood = (vendorName: string): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message: `${vendorName} lists a webhook without its ID or its address, so it is unknown whether this workflow has one`,
		description: `Nothing was registered. Look at the webhooks in ${vendorName}; if they are correct, the API has changed: report it to the makers of this node.`,
	});

/** Shortest secret that cannot be guessed: 16 characters; the vendors' own have 48 and more. */
const SECRET = /^[\x21-\x7e]{16,500}$/;

const isSecretEnough = (secret: unknown): secret is string => typeof secret === 'string' && SECRET.test(secret);

const badRegistration = (what: string): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message: `The vendor registered the webhook, but ${what}`,
		description:
			'It was removed again. Publish the workflow again; if this happens again, report it to the makers of this node.',
	});

const noSecret = () => badRegistration('gave it no secret to verify its deliveries with');
const noId = () => badRegistration('gave it no ID to remove it by');

/** Removes a webhook that cannot be used. A failure of the removal must not hide the reason. */
async function takeBack(registry: WebhookRegistry, url: string, id: unknown, reason: ItemFailure): Promise<never> {
	await unregister(registry, url, isId(id) ? { webhookId: String(id) } : {}).catch(() => undefined);
	throw reason;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The signing secret of a trigger's deliveries, '' when there is none. */
export const secretOf = (data: IDataObject): string => textOf(data.secret);

const sameEvents = (left: string[], right: string[]): boolean =>
	new Set(left).size === new Set(right).size && left.every((event) => right.includes(event));

const isInOrder = (registered: RegisteredWebhook, wanted: WantedWebhook): boolean =>
	registered.url === wanted.url && registered.active && sameEvents(registered.events, wanted.events);

/**
 * Checks whether the vendor has the trigger's webhook and repairs differences: another address, other events, switched
 * off by the vendor, lost secret.
 * @param data the node's static data
 * @returns false when there is none, so that it must be created
 */
export async function ensureRegistered(
	registry: WebhookRegistry,
	wanted: WantedWebhook,
	data: IDataObject,
): Promise<boolean> {
	const registered = await registry.list();
	const byId = registered.find(({ id }) => id === data.webhookId);
	const own = byId ?? registered.find(({ url }) => url === wanted.url);
	if (!own) return false;

	// An activation that was cut off may have left another one for the same address; it would deliver everything twice.
	const leftOver = registered.filter(({ id, url }) => url === wanted.url && id !== own.id);
	for (const { id } of leftOver) await registry.remove(id);

	const secret = secretOf(data);
	if (byId && secret !== '' && isInOrder(own, wanted)) return true;
	const inUse = await registry.repair(own.id, wanted, secret);
	if (!isSecretEnough(inUse)) return await takeBack(registry, wanted.url, own.id, noSecret());
	data.secret = inUse;
	data.webhookId = own.id;
	return true;
}

/**
 * Creates the trigger's webhook and notes it in the static data.
 * @throws ItemFailure when the vendor's answer cannot be used; then the webhook is removed again
 */
export async function register(registry: WebhookRegistry, wanted: WantedWebhook, data: IDataObject): Promise<void> {
	const { id, secret } = await registry.create(wanted, secretOf(data));
	if (!isId(id)) return await takeBack(registry, wanted.url, undefined, noId());
	if (!isSecretEnough(secret)) return await takeBack(registry, wanted.url, id, noSecret());
	data.webhookId = String(id);
	data.secret = secret;
}

/**
 * Removes the trigger's webhook, by its ID, or by its address if the ID is lost. The secret stays: a delivery at the
 * same moment saves the static data in its old state, and would overwrite a new secret with the old one.
 */
export async function unregister(registry: WebhookRegistry, url: string | undefined, data: IDataObject): Promise<void> {
	const id = textOf(data.webhookId);
	if (id === '' || !(await registry.remove(id))) {
		const sameAddress = (await registry.list()).filter((registered) => registered.url === url);
		for (const leftOver of sameAddress) await registry.remove(leftOver.id);
	}
	delete data.webhookId;
}
