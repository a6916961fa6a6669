import type { StubMethods } from './api';
import { StubServer } from './server';

/** A question of the benchmark's process; its reply has the same number. */
export interface Question {
	number: number;
	method: keyof StubMethods;
	argument: Parameters<StubMethods['reset']>[0];
}

/** Argument: port. Ends with the process that started it. */
async function main(): Promise<void> {
	const stub = new StubServer();
	const url = await stub.listen(Number(process.argv[2]));
	process.on('message', ({ number, method, argument }: Question) => {
		process.send?.({ number, result: stub[method](argument) });
	});
	process.once('disconnect', () => process.exit(0));
	process.send?.({ number: 0, result: url });
}

main().catch((error: unknown) => {
	console.error(error);
	process.exit(1);
});
