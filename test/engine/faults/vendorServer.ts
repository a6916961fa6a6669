import type { Vendor as NodeVendor } from '../../../nodes/shared/contract/vendor';
import { Faults } from '../../../sandbox/server/faults';
import { Meanwhile } from '../../../sandbox/server/meanwhile';
import { RequestLog } from '../../../sandbox/server/requestLog';
import { buildServer } from '../../../sandbox/server/server';
import { Clock } from '../../../sandbox/time/clock';
import { stopDeliveries, type Sandbox } from '../census/sandboxVendors';
import { Stand } from '../census/stand';
import { SCALED_SINCE, TIME_SCALE } from '../scaledTime';

const HOST = '127.0.0.1';

/** A host of files, beside the vendor's API. */
interface Files {
	listen(host: string): Promise<unknown>;
	close(): Promise<unknown>;
}

const FILES: Array<(sandbox: Sandbox) => Files> = [({ kaiCalls }) => kaiCalls.recordings];

/** One vendor of the sandbox over HTTP, with access to its records and planned faults. */
export class VendorServer extends Stand {
	readonly faults = new Faults();

	readonly log = new RequestLog();

	private origin = '';

	private placesEver = 0;

	private readonly app: ReturnType<typeof buildServer>;

	private constructor(
		vendor: NodeVendor,
		readonly clock: Clock,
	) {
		super(vendor, clock);
		const { main, hosts = {} } = this.reached;
		const services = { clock, faults: this.faults, meanwhile: new Meanwhile(), log: this.log };
		this.app = buildServer([main, ...Object.values(hosts)], services);
	}

	static async start(vendor: NodeVendor): Promise<VendorServer> {
		const server = new VendorServer(vendor, new Clock(TIME_SCALE, SCALED_SINCE));
		server.origin = await server.app.listen({ host: HOST, port: 0 });
		for (const files of FILES) await files(server.sandbox).listen(HOST);
		return server;
	}

	async stop(): Promise<void> {
		stopDeliveries(this.sandbox);
		await this.app.close();
		for (const files of FILES) await files(this.sandbox).close();
	}

	/** Later calls of a tool know its earlier requests, so no two items are the same. */
	override places(count: number): number {
		const first = this.placesEver;
		this.placesEver += count;
		return first;
	}

	/** The seed data again, without effects of earlier calls. */
	begin(): void {
		this.reset();
		this.faults.clear();
		this.log.clear();
	}

	get apiKey(): string {
		return (Object.values(this.reached.keys)[0] ?? '').replace('Bearer ', '');
	}

	/** The fields of a credential that leads here. @param origin of another server in its place */
	credentialFields(origin = this.origin): Record<string, string> {
		const { main, hosts = {} } = this.reached;
		const others = Object.entries(hosts).map(([field, { prefix }]) => [field, origin + prefix]);
		return { apiKey: this.apiKey, baseUrl: origin + main.prefix, ...Object.fromEntries(others) };
	}
}
