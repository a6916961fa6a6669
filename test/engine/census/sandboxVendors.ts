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

/** By the credential's type. */
export function reachedIn({ kakiyo, kaiCalls, kayse, kairo }: Sandbox): Map<string, Reached> {
	const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
	const { main, calls: callsBaseUrl } = kayseVendors(kayse);
	return new Map<string, Reached>([
		['kakiyoOutreachApi', { main: kakiyoVendor(kakiyo), keys: bearer(kakiyo.apiKey) }],
		['kaiCallsOutreachApi', { main: kaicallsVendor(kaiCalls), keys: bearer(kaiCalls.keys.main.key) }],
		[
			'kayseOutreachApi',
			{ main, keys: { 'x-api-key': kayse.apiKey, 'x-public-api-key': kayse.apiKey }, hosts: { callsBaseUrl } },
		],
		['kairoOutreachApi', { main: kairoVendor(kairo), keys: bearer(kairo.apiKey) }],
	]);
}
