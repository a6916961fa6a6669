import { Clock } from './time/clock';
import { type Control, createControl } from './control/control';
import { addControlRoutes } from './control/routes';
import { Faults } from './server/faults';
import { kaicallsVendor } from './kaicalls';
import { KaiCalls } from './kaicalls/kaicalls';
import { kairoVendor } from './kairo';
import { Kairo } from './kairo/kairo';
import { kakiyoVendor } from './kakiyo';
import { Kakiyo } from './kakiyo/kakiyo';
import { kayseVendors } from './kayse';
import { Kayse } from './kayse/kayse';
import { Meanwhile } from './server/meanwhile';
import { RequestLog } from './server/requestLog';
import { buildServer } from './server/server';

export type { Clock } from './time/clock';
export type { Control } from './control/control';
export type { DeliveryOutcome } from './webhooks/delivery';
export type { Fault } from './server/faults';
export type { CallCompletion } from './kaicalls/control';
export type { NewKey } from './kaicalls/keys';
export type { RecordingRequest } from './kaicalls/recordings/host';
export type { KaiCallsSettings, KaiCallsSettingsChange } from './kaicalls/settings';
export type { KaiCallsSnapshot } from './kaicalls/snapshot';
export type { CallbackDelivery } from './kaicalls/webhooks/callbackRequest';
export type { EventDelivery } from './kaicalls/webhooks/eventRequest';
export type { RunLoad } from './kairo/runs';
export type { KairoSettings, KairoSettingsChange } from './kairo/settings';
export type { KairoSnapshot } from './kairo/snapshot';
export type { KakiyoSettings, KakiyoSettingsChange } from './kakiyo/settings';
export type { KakiyoSnapshot, ProspectSnapshot } from './kakiyo/snapshot';
export type { Delivery } from './kakiyo/webhooks/deliveryRequest';
export type { AuditEntry } from './kayse/audit';
export type { KayseSettings, KayseSettingsChange } from './kayse/settings';
export type { KayseSnapshot } from './kayse/snapshot';
export type { AddedIds, Volume } from './kayse/seed/bulkSeed';
export type { KayseDelivery } from './kayse/webhooks/deliveries';
export type { KayseWebhook, NewKayseWebhook } from './kayse/webhooks/webhooks';
export type { Others } from './server/meanwhile';
export type { Duplicate, LogEntry, RouteStats } from './server/requestLog';

const host = '127.0.0.1';

/** How a sandbox is started. */
export interface SandboxOptions {
	/** TCP port on 127.0.0.1; 0 (default) picks a free one. */
	port?: number;
	/** Vendor seconds that pass per real second (default 1): 100 makes a 60 s rate window last 600 ms. */
	timeScale?: number;
	/**
	 * The real time (epoch milliseconds) from which vendor time runs at this scale; default: the start of the sandbox.
	 * With it, two clocks show the same time.
	 */
	scaledSince?: number;
}

/** A running sandbox: where each vendor listens, with a key that works, and its control methods. */
export interface Sandbox {
	/** e.g. `http://127.0.0.1:40123` */
	origin: string;
	kakiyo: { baseUrl: string; apiKey: string };
	kaicalls: {
		baseUrl: string;
		/** With the scope `*` until configured otherwise. */
		apiKey: string;
		/** Base URL of the recordings: a separate host. */
		recordingOrigin: string;
	};
	kayse: {
		baseUrl: string;
		/** The host of POST /calls. */
		callsBaseUrl: string;
		apiKey: string;
	};
	kairo: { baseUrl: string; apiKey: string };
	control: Control;
	/** The vendors' time. */
	clock: Clock;
	close(): Promise<void>;
}

/** Starts the vendor stand-ins on this machine only; rejects when the port is in use. */
export async function startSandbox({ port = 0, timeScale, scaledSince }: SandboxOptions = {}): Promise<Sandbox> {
	const clock = new Clock(timeScale, scaledSince);
	const faults = new Faults();
	const meanwhile = new Meanwhile();
	const log = new RequestLog();
	const kakiyo = new Kakiyo(clock);
	const kakiyoApi = kakiyoVendor(kakiyo);
	const kaicalls = new KaiCalls(clock);
	const kaicallsApi = kaicallsVendor(kaicalls);
	const kayse = new Kayse(clock);
	const kayseApi = kayseVendors(kayse);
	const kairo = new Kairo(clock);
	const kairoApi = kairoVendor(kairo);
	const vendors = [kakiyoApi, kaicallsApi, kayseApi.main, kayseApi.calls, kairoApi];
	const control = createControl({ vendors, kakiyo, kaicalls, kayse, kairo, faults, meanwhile, log });
	const app = buildServer(vendors, { clock, faults, meanwhile, log });
	addControlRoutes(app, control);
	const origin = await app.listen({ host, port });
	await kaicalls.recordings.listen(host);
	return {
		origin,
		kakiyo: { baseUrl: `${origin}${kakiyoApi.prefix}`, apiKey: kakiyo.apiKey },
		kaicalls: {
			baseUrl: `${origin}${kaicallsApi.prefix}`,
			apiKey: kaicalls.keys.main.key,
			recordingOrigin: kaicalls.recordings.origin,
		},
		kayse: {
			baseUrl: `${origin}${kayseApi.main.prefix}`,
			callsBaseUrl: `${origin}${kayseApi.calls.prefix}`,
			apiKey: kayse.apiKey,
		},
		kairo: { baseUrl: `${origin}${kairoApi.prefix}`, apiKey: kairo.apiKey },
		control,
		clock,
		async close() {
			kakiyo.deliveries.reset();
			kaicalls.stop();
			kayse.deliveries.stop();
			await app.close();
			await kaicalls.recordings.close();
		},
	};
}
