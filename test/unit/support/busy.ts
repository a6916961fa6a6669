import { performance } from 'node:perf_hooks';

/** How long a function is busy with a text; that it refuses it is its right. */
export function millisecondsOf(call: (text: string) => unknown, text: string): number {
	const start = performance.now();
	try {
		call(text);
	} catch {
		// The function may reject the text, and the other argument, too.
	}
	return performance.now() - start;
}
