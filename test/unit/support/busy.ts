import { performance } from 'node:perf_hooks';

/** How long a function is busy with a text; that it refuses it is its right. */
export function millisecondsOf(call: (text: string) => unknown, text: string): number {
	const start = performance.now();
	try {
		call(text);
	} catch {
		// Neither the text nor the other argument may be what it takes.
	}
	return performance.now() - start;
}
