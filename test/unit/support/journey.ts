import type { IHttpRequestMethods } from 'n8n-workflow';
import type { Exchange, IncomingResponse } from '../../../nodes/shared/contract/exchange';
import type { RateLimit } from '../../../nodes/shared/contract/rateLimit';
import { RateLimiter } from '../../../nodes/shared/limits/rateLimiter';
import { isRepeatable } from '../../../nodes/shared/http/retry';
import { send, type PreparedRequest, type RetryLimits } from '../../../nodes/shared/http/send';
import { ManualTime } from './manualTime';
import { acme } from './wire';

interface Circumstances {
	method?: IHttpRequestMethods;
	limits?: Partial<RetryLimits>;
	tolerate?: PreparedRequest['tolerate'];
	repeatable?: boolean;
	uncertainPath?: boolean;
	limit?: RateLimit;
}

/** One request on its way to a vendor that answers by a script, whose last line it repeats for ever. */
export class Journey {
	readonly time = new ManualTime();

	readonly start = this.time.now();

	/** Milliseconds after the start at which each try went out. */
	readonly sentAt: number[] = [];

	readonly limiter: RateLimiter;

	constructor(
		private readonly script: [Exchange, ...Exchange[]],
		private readonly circumstances: Circumstances = {},
	) {
		this.limiter = new RateLimiter(circumstances.limit, this.time);
	}

	elapsed(): number {
		return this.time.now() - this.start;
	}

	async travel(): Promise<IncomingResponse> {
		const { method = 'GET', limits, tolerate, repeatable = isRepeatable(method), uncertainPath } = this.circumstances;
		return await this.time.run(
			send(
				{
					request: { method, path: '/things', query: {} },
					repeatable,
					uncertainPath,
					ids: { thingId: 't1' },
					tolerate,
				},
				{
					vendor: acme,
					limiter: this.limiter,
					limit: '',
					time: this.time,
					limits: { maxRetries: 5, maxWaitMs: 300_000, cancelled: () => false, run: this, urgent: false, ...limits },
					clockTime: (epochMs) => `minute ${Math.round((epochMs - this.start) / 60_000)}`,
					transport: async () => this.deliver(),
				},
			),
		);
	}

	private deliver(): Exchange {
		const [first] = this.script;
		const exchange = this.script[this.sentAt.length] ?? this.script.at(-1) ?? first;
		this.sentAt.push(this.elapsed());
		return exchange;
	}
}
