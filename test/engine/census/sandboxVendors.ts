import type { Clock } from '../../../sandbox/time/clock';
import { kaicallsVendor } from '../../../sandbox/kaicalls';
import { KaiCalls } from '../../../sandbox/kaicalls/kaicalls';
import { kairoVendor } from '../../../sandbox/kairo';
import { Kairo } from '../../../sandbox/kairo/kairo';
import { kakiyoVendor } from '../../../sandbox/kakiyo';
import { Kakiyo } from '../../../sandbox/kakiyo/kakiyo';
import { kayseVendors } from '../../../sandbox/kayse';
import { Kayse } from '../../../sandbox/kayse/kayse';
import type { Vendor } from '../../../sandbox/server/vendor';

/** The four vendors of the sandbox. */
export interface Sandbox {
	kakiyo: Kakiyo;
	kaiCalls: KaiCalls;
	kayse: Kayse;
	kairo: Kairo;
}

export const sandboxAt = (clock: Clock): Sandbox => ({
	kakiyo: new Kakiyo(clock),
	kaiCalls: new KaiCalls(clock),
	kayse: new Kayse(clock),
	kairo: new Kairo(clock),
});

/** A vendor as a node's credential leads to it. */
export interface Reached {
	main: Vendor;
	keys: Record<string, string>;
	/** Further hosts, by the credential's field that points there. */
	hosts?: Record<string, Vendor>;
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

function kayseReached(kayse: Kayse): Reached {
	const { main, calls: callsBaseUrl } = kayseVendors(kayse);
	return { main, keys: { 'x-api-key': kayse.apiKey, 'x-public-api-key': kayse.apiKey }, hosts: { callsBaseUrl } };
}

/** By the credential's type. */
export const reachedIn = ({ kakiyo, kaiCalls, kayse, kairo }: Sandbox): Map<string, Reached> =>
	new Map<string, Reached>([
		['kakiyoOutreachApi', { main: kakiyoVendor(kakiyo), keys: bearer(kakiyo.apiKey) }],
		['kaiCallsOutreachApi', { main: kaicallsVendor(kaiCalls), keys: bearer(kaiCalls.keys.main.key) }],
		['kayseOutreachApi', kayseReached(kayse)],
		['kairoOutreachApi', { main: kairoVendor(kairo), keys: bearer(kairo.apiKey) }],
	]);

const UNLIMITED: Array<(sandbox: Sandbox) => void> = [
	({ kakiyo }) => kakiyo.configure({ maxAgents: null, maxCampaigns: null, maxProducts: null }),
];

/** Plans without limits, where the sandbox has any. */
export function liftLimits(sandbox: Sandbox): void {
	for (const lift of UNLIMITED) lift(sandbox);
}

const DELIVERING: Array<(sandbox: Sandbox) => void> = [
	({ kakiyo }) => kakiyo.deliveries.reset(),
	({ kaiCalls }) => kaiCalls.stop(),
];

/** Nothing is delivered any more. */
export function stopDeliveries(sandbox: Sandbox): void {
	for (const stop of DELIVERING) stop(sandbox);
}
