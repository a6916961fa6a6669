/** How much time of a processor a function takes with a text; it may refuse it. Other programs of the machine do not count. */
export function millisecondsOf(call: (text: string) => unknown, text: string): number {
	const start = process.cpuUsage();
	try {
		call(text);
	} catch {
		// Neither the text nor the other argument may be valid for it.
	}
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1_000;
}
