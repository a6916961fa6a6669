const messageOf = (error: unknown): unknown => (error instanceof Error ? error.message : error);

/**
 * Runs a command: a signal or an error ends it with an exit code other than 0.
 * @param main may resolve with an exit code
 * @param shown the part of an error to print
 */
export function runAsCommand(
	main: () => Promise<number> | Promise<void>,
	shown: (error: unknown) => unknown = messageOf,
): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
	main().then(
		(code) => process.exit(code ?? 0),
		(error: unknown) => {
			console.error(shown(error));
			process.exit(1);
		},
	);
}
