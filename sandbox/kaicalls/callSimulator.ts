import type { DeliveryOutcome } from '../webhooks/delivery';
import { Waits } from '../time/waits';
import { isOver, talkSeconds } from './callStatus';
import type { KaiCallsAccount } from './account';
import type { Call } from './state';
import { postCallback } from './webhooks/callbacks';
import { callEvent } from './webhooks/payloads';

/** How a call will end; missing members follow from the call. */
export interface Outcome {
	status: 'completed' | 'failed';
	/** The API's word for it. */
	apiStatus?: string | undefined;
	error?: string | undefined;
	duration?: number | undefined;
	summary?: string | undefined;
	transcript?: string | undefined;
}

type NewCall = Pick<
	Call,
	'agent_id' | 'business_id' | 'lead_id' | 'to' | 'name' | 'context' | 'first_message' | 'webhook_url' | 'max_duration'
>;

/** Simulates outbound calls: a call rings, is answered or not, ends, and calls back. */
export class CallSimulator {
	private readonly waits: Waits;

	private readonly rung = new Map<string, number>();

	constructor(private readonly kaicalls: KaiCallsAccount) {
		this.waits = new Waits(kaicalls.clock);
	}

	place(fields: NewCall): Call {
		const { state, settings, clock } = this.kaicalls;
		const { ringsAfterSeconds, answersAfterSeconds, endsAfterSeconds, failures } = settings;
		const now = clock.now();
		const error = failures[fields.to];
		const call: Call = {
			id: state.ids.next('call'),
			conversation_id: state.ids.next('conversation'),
			direction: 'outbound',
			...fields,
			created_at: this.kaicalls.stamp(),
			rings_at: now + ringsAfterSeconds * 1000,
			answers_at: error === undefined ? now + answersAfterSeconds * 1000 : Infinity,
			ending: null,
		};
		state.calls.set(call.id, call);
		this.rung.set(call.to, (this.rung.get(call.to) ?? 0) + 1);
		void this.endLater(call, endsAfterSeconds);
		return call;
	}

	/** Ends the call now; resolves when its callback and the account's webhooks have been served. */
	async end(call: Call, outcome: Outcome = this.ownOutcome(call)): Promise<DeliveryOutcome[]> {
		if (isOver(call)) return [];
		const at = this.kaicalls.clock.now();
		const failed = outcome.status === 'failed';
		call.ending = {
			at,
			status: outcome.apiStatus,
			error: failed ? (outcome.error ?? 'no_answer') : null,
			duration: outcome.duration ?? (failed ? null : talkSeconds(call, at)),
			summary: outcome.summary ?? (failed ? null : `Spoke with ${call.name ?? call.to}.`),
			transcript:
				outcome.transcript ??
				(failed ? null : `AI: Hello, this is the front desk.\nUser: Hello, ${call.name ?? 'who is this'}.`),
		};
		const [callback, webhooks] = await Promise.all([
			this.callBack(call),
			this.kaicalls.events.emit(callEvent(this.kaicalls, call, call.ending)),
		]);
		return [...callback, ...webhooks];
	}

	/** How many times each number was rung. */
	timesRung(): Record<string, number> {
		return Object.fromEntries(this.rung);
	}

	/** Running calls stay unchanged. */
	stop(): void {
		this.waits.end();
	}

	clear(): void {
		this.rung.clear();
	}

	private ownOutcome({ to }: Call): Outcome {
		const error = this.kaicalls.settings.failures[to];
		return error === undefined ? { status: 'completed' } : { status: 'failed', error };
	}

	private async endLater(call: Call, vendorSeconds: number): Promise<void> {
		if (await this.waits.begin()(vendorSeconds)) await this.end(call);
	}

	private async callBack(call: Call): Promise<DeliveryOutcome[]> {
		const { callback, callbackDelaySeconds, callbackTimes, callbackRepeatSeconds } = this.kaicalls.settings;
		if (call.webhook_url === null || callback === 'never') return [];
		const wait = this.waits.begin();
		const outcomes: DeliveryOutcome[] = [];
		for (let time = 0; time < callbackTimes; time += 1) {
			const delay = time === 0 ? callbackDelaySeconds : callbackRepeatSeconds;
			if (delay > 0 && !(await wait(delay))) break;
			outcomes.push(await postCallback(this.kaicalls, call.webhook_url, call));
		}
		return outcomes;
	}
}
